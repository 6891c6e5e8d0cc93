// What is done to somebody's account: a link, an end, a new beginning. Each is an entry in the record of the person's open rounds.
import {
  checkDisabling,
  type EntryDraft,
  type EntryKind,
  isCoordinator,
  type PersonId,
  type PrintedPerson,
  type Voucher,
} from '@chancery/domain';
import {
  disablePerson,
  dropInvitations,
  enablePerson,
  endSignInsOf,
  findPerson,
  holdAdministrators,
  now,
  type Person,
  type Transaction,
} from '@chancery/store';
import { decideAboutPerson } from '../../decision/decide-about-person.ts';
import { type ActingPerson, type DecisionMaking, entryBy } from '../../decision/decide.ts';
import { allowed, ProblemError, RefusalError } from '../../http/problem.ts';
import { actorOf } from '../../round/access.ts';
import type { RoundState } from '../../round/round-state.ts';
import { closeSignIns, type OpenEverywhere } from '../../sign-in/end-sign-in.ts';
import { deliverLink, type Delivered, type LinkSettings, purposeOf } from '../../sign-in/one-time-link.ts';

/** Who acts: an administrator who is signed in, or somebody who has the server itself in hand. */
export type Acting = { readonly kind: 'administrator'; readonly author: ActingPerson } | { readonly kind: 'operator' };

/** A link by which the person comes in, or chooses a new password. */
export function makePersonalLink(context: DecisionMaking & LinkSettings, id: PersonId, acting: Acting): Promise<Delivered> {
  // Their own password is changed with the present one: an unlocked screen is not enough.
  if (acting.kind === 'administrator' && acting.author.person.id === id) throw new RefusalError({ code: 'not-oneself' });
  return decideAboutPerson(context, id, async (tx) => {
    const person = await knownPerson(tx, id);
    if (person.disabledAt !== null) throw new RefusalError({ code: 'account-disabled' });
    const at = await now(tx);
    const by = voucher(acting, at);
    const delivered = await deliverLink(context, tx, { person: id, by });
    const aim = purposeOf(person) === 'password' ? 'choose a new password' : 'come in';
    const way = delivered.sentTo === null ? `shown to ${by.name}` : `sent to ${delivered.sentTo}`;
    const details = { person: id, ...(delivered.sentTo === null ? { shownTo: by.name } : { sentTo: delivered.sentTo }) };
    const words = `A link with which ${person.name} can ${aim} was made and ${way}.`;
    let isTold = false;
    return {
      result: delivered,
      entryIn: (state) => entry(state, acting, { kind: 'password-link-made', words, details, at }),
      noticesIn: ({ id: round }) => {
        // Once, however many rounds the person is in.
        if (isTold) return [];
        isTold = true;
        return [{ person: id, round, question: null, kind: 'password-link-made', details: { by: by.name }, at }];
      },
    };
  });
}

/** AC1-AC4: ends the account and everything that is open with it. */
export async function disableAccount(
  context: DecisionMaking & OpenEverywhere,
  id: PersonId,
  acting: Acting,
  { evenLastCoordinator }: { readonly evenLastCoordinator: boolean },
): Promise<void> {
  const ended = await decideAboutPerson(context, id, async (tx, states) => {
    const person = await knownPerson(tx, id);
    const by = acting.kind === 'administrator' ? acting.author.person.id : null;
    const ledAlone = states.filter((state) => leadsAlone(state, person)).map((state) => state.id);
    allowed(checkDisabling({ by, person: id, administrators: await holdAdministrators(tx), ledAlone, evenLastCoordinator }));
    const at = await now(tx);
    await disablePerson(tx, id, at);
    await dropInvitations(tx, id);
    const words = `The account of ${person.name} was disabled.`;
    return {
      result: await endSignInsOf(tx, id),
      entryIn: (state) => entry(state, acting, { kind: 'account-disabled', words, details: { person: id }, at }),
    };
  });
  closeSignIns(context, ended, 'Your account was disabled.');
}

/** Gives the account back, with the password it had. */
export function enableAccount(context: DecisionMaking, id: PersonId, acting: Acting): Promise<void> {
  return decideAboutPerson(context, id, async (tx) => {
    const person = await knownPerson(tx, id);
    const at = await now(tx);
    await enablePerson(tx, id);
    // Of somebody who was just signing in while the account was disabled.
    await endSignInsOf(tx, id);
    const words = `The account of ${person.name} was enabled again.`;
    return {
      result: undefined,
      entryIn: (state) => entry(state, acting, { kind: 'account-enabled', words, details: { person: id }, at }),
    };
  });
}

/** The person with this id; throws not-found. */
export async function knownPerson(tx: Transaction, id: PersonId): Promise<Person> {
  const person = await findPerson(tx, id);
  if (person === null) throw new ProblemError('not-found', 'There is no such account.');
  return person;
}

/** True when no other coordinator of the round can sign in. */
function leadsAlone(state: RoundState, person: Person): boolean {
  const canLead = (it: Person) => it.hasPassword && it.disabledAt === null && isCoordinator(actorOf(state, it), state.facts);
  const others = [...state.people.values()].filter((it) => it.id !== person.id);
  return canLead(person) && !others.some(canLead);
}

interface Said {
  readonly kind: EntryKind;
  readonly words: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly at: number;
}

const operator = 'Operator of the server';

function entry(state: RoundState, acting: Acting, { kind, words, details, at }: Said): EntryDraft {
  const said = { kind, words, scope: [], details };
  if (acting.kind === 'administrator') return { ...said, ...entryBy(state, acting.author, 'administrator') };
  const by = { ...printed(acting), vouchedBy: null, confirmedBy: null };
  return { ...said, by, authentication: { method: 'system', at } };
}

/** Outside any round: an administrator speaks for no agency. */
function printed(acting: Acting): PrintedPerson {
  if (acting.kind === 'operator') return { person: 'operator' as PersonId, name: operator, title: '', agency: null, role: 'administrator' };
  const { id, name, title } = acting.author.person;
  return { person: id, name, title, agency: null, role: 'administrator' };
}

function voucher(acting: Acting, at: number): Voucher {
  return { ...printed(acting), at };
}
