// The members of a round: inviting and naming them, confirming, changing and removing them. The effect on open documents is immediate.
import type { ResponseOf } from '@chancery/contract';
import {
  type Actor,
  asId,
  type EntryDraft,
  type Grant,
  type GrantTarget,
  mayGrant,
  type MembershipChange,
  type PersonId,
  type Role,
  type RoundId,
} from '@chancery/domain';
import {
  administratorsOf,
  confirmRole,
  createPerson,
  findPersonByEmail,
  lockPerson,
  now,
  type Person,
  putMember,
  removeMember,
  type Transaction,
} from '@chancery/store';
import { checkRoundRight } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { type ActingPerson, commitDecision, type Decision, voucherOf } from '../../decision/decide.ts';
import type { ParsedBody } from '../../http/implement.ts';
import { checkOpen } from '../../decision/manage-round.ts';
import { allowed, ProblemError, RefusalError } from '../../http/problem.ts';
import { grantFacts, targetOf } from '../../round/granting.ts';
import type { RoundState } from '../../round/round-state.ts';
import { checkNameIn } from './correct-person.ts';
import { notDelivered, renewLink } from './invitations.ts';
import { confirmedEntry, grantEntries, removedEntry } from './member-entries.ts';
import { noticesAboutMember } from './who-is-told.ts';

export const peopleChanged = [{ kind: 'round-changed' }, { kind: 'rights-changed' }] as const;

/** M5-M8, M14: makes the account when there is none, the membership, and a one-time link while the account has no password. */
export function addMember(
  context: Context,
  round: RoundId,
  author: ActingPerson,
  body: ParsedBody<'addMember'>,
): Promise<ResponseOf<'addMember'>> {
  return commitDecision(context, round, async (tx, state) => {
    const actor = checkRoundRight(state, author.person, 'read-round');
    const known = await findPersonByEmail(tx, body.email);
    const newcomer: GrantTarget = { person: known?.id ?? asId<PersonId>(''), membership: null, namedBy: new Map() };
    const grant = allowed(mayGrant(actor, newcomer, { kind: 'hold', ...body }, grantFacts(state)));
    checkOpen(state);
    if (known !== null && state.memberships.has(known.id)) throw new RefusalError({ code: 'email-taken' });
    checkNameIn(state, null, known?.name ?? body.name);
    const person = known ?? (await create(tx, body));
    // Another round may be inviting the same person: then neither may hold a link that opens both.
    await lockPerson(tx, person.id);
    const { delivered, decision } = await keepGrant(context, tx, {
      state,
      author,
      person,
      actor,
      target: targetOf(state, person.id),
      grant,
    });
    return { ...decision, result: { person: person.id, ...delivered } };
  });
}

interface NamedMember {
  readonly round: RoundId;
  readonly person: PersonId;
}

/** Gives a member other roles. */
export function changeMember(context: Context, place: NamedMember, author: ActingPerson, body: ParsedBody<'changeMember'>): Promise<void> {
  return commitDecision(context, place.round, async (tx, state) => {
    const { actor, person, target, grant } = grantOn(state, place.person, author, { kind: 'hold', ...body });
    await lockPerson(tx, person.id);
    return (await keepGrant(context, tx, { state, author, person, actor, target, grant })).decision;
  });
}

/** M6, M8: puts a role in force for which somebody else has named the member. */
export function confirmMember(context: Context, place: NamedMember, author: ActingPerson, { role }: { role: Role }): Promise<void> {
  return commitDecision(context, place.round, async (tx, state) => {
    const { person, target, grant } = grantOn(state, place.person, author, { kind: 'confirm', role });
    const at = await now(tx);
    await confirmRole(tx, { ...place, role }, voucherOf(state, author, grant.as, at));
    const agency = target.membership?.agency ?? null;
    return {
      result: undefined,
      entries: [confirmedEntry(state, { author, person, grant }, role)],
      notices: noticesAboutMember(state, { kind: 'member-confirmed', person, agency, by: author, at, also: namersOf(target) }),
      events: peopleChanged,
    };
  });
}

/** M11: takes a member out; what they wrote and decided stays. */
export function removeMemberFromRound(context: Context, place: NamedMember, author: ActingPerson): Promise<void> {
  return commitDecision(context, place.round, async (tx, state) => {
    const { person, target, grant } = grantOn(state, place.person, author, { kind: 'remove' });
    await removeMember(tx, place.round, place.person);
    const agency = target.membership?.agency ?? null;
    return {
      result: undefined,
      entries: [removedEntry(state, { author, person, grant })],
      notices: noticesAboutMember(state, { kind: 'member-removed', person, agency, by: author, at: await now(tx) }),
      events: peopleChanged,
    };
  });
}

/** M10: an administrator reads along, and everybody knows. */
export function grantReading(context: Context, round: RoundId, author: ActingPerson): Promise<void> {
  return commitDecision(context, round, async (tx, state) => {
    const actor = checkRoundRight(state, author.person, 'read-round');
    const { person } = author;
    const target = targetOf(state, person.id);
    const grant = allowed(mayGrant(actor, target, { kind: 'read' }, grantFacts(state)));
    checkNameIn(state, person.id, person.name);
    return (await keepGrant(context, tx, { state, author, person, actor, target, grant })).decision;
  });
}

interface Granting {
  readonly state: RoundState;
  readonly author: ActingPerson;
  readonly actor: Actor;
  readonly person: Person;
  readonly target: GrantTarget;
  readonly grant: Grant;
}

/** Keeps what was granted with its entries; the author vouches for what is new. */
async function keepGrant(context: Context, tx: Transaction, granting: Granting) {
  const { state, author, person, target, grant } = granting;
  const { membership, given, named, taken } = grant;
  if (membership === null) throw new Error('this grant ends a membership');
  const unchanged: Decision<undefined> = { result: undefined, entries: [], events: [], keepsRights: true };
  if (given.length + named.length + taken.length === 0) return { delivered: notDelivered, decision: unchanged }; // M13
  const at = await now(tx);
  const vouchedBy = voucherOf(state, author, grant.as, at);
  await putMember(tx, { round: state.id, person: person.id }, membership, vouchedBy);
  const namedBy = new Map([...target.namedBy, ...named.map((role) => [role, author.person.id] as const)]);
  const link = { state, author, maker: vouchedBy, person, target: { ...target, membership, namedBy } };
  const isGiving = given.length + named.length > 0;
  const { delivered, entries } = isGiving ? await renewLink(context, tx, link) : { delivered: notDelivered, entries: [] };
  const all: readonly EntryDraft[] = [...grantEntries(granting), ...entries];
  const kinds = new Set(grantEntries(granting).map(({ kind }) => kind));
  const also = named.includes('manager') ? await administratorsOf(tx) : [];
  const notices = [...kinds].flatMap((kind) =>
    noticesAboutMember(state, { kind, person, agency: membership.agency, by: author, at, ...(kind === 'member-named' ? { also } : {}) }),
  );
  return { delivered, decision: { result: undefined, entries: all, notices, events: peopleChanged } satisfies Decision<undefined> };
}

function grantOn(state: RoundState, id: PersonId, author: ActingPerson, change: MembershipChange) {
  const actor = checkRoundRight(state, author.person, 'read-round');
  const person = state.people.get(id);
  if (person === undefined) throw new ProblemError('not-found', 'This person does not take part in the round.');
  const target = targetOf(state, id);
  return { actor, person, target, grant: allowed(mayGrant(actor, target, change, grantFacts(state))) };
}

function namersOf({ namedBy }: GrantTarget): readonly PersonId[] {
  return [...namedBy.values()];
}

async function create(tx: Transaction, { email, name, title }: { email: string; name: string; title: string }): Promise<Person> {
  const made = await createPerson(tx, { email, name, title, isAdministrator: false, passwordHash: null, createdAt: await now(tx) });
  if (made === null) throw new RefusalError({ code: 'email-taken' });
  return made;
}
