// The moment in which a one-time link is used. Where an invited person comes in, every round of theirs says how the link came to them.
import type { EntryDraft } from '@chancery/domain';
import {
  changePerson,
  type Delivery,
  endSignInsOf,
  findInvitation,
  findPerson,
  now,
  type Person,
  setPassword,
  type Transaction,
  useInvitation as takeInvitation,
} from '@chancery/store';
import { type DecisionMaking, entryBy } from '../../decision/decide.ts';
import { decideAboutPerson } from '../../decision/decide-about-person.ts';
import type { RoundState } from '../../round/round-state.ts';
import { checkNameIn } from './correct-person.ts';
import { printedWithTitle } from './printed.ts';
import { noticesAboutMember } from './who-is-told.ts';

interface Activation {
  /** For whom the link is. */
  readonly person: Person;
  readonly tokenHash: string;
  readonly passwordHash: string;
  /** What the person calls themselves, which counts only where nobody has entered a name. */
  readonly chosen: { readonly name?: string | undefined; readonly title?: string | undefined };
}

/** Sets the password and ends the sign-ins of before, whose ids it resolves to; null when the link is used or too old meanwhile. */
export function activate(
  context: DecisionMaking,
  { person: { id }, tokenHash, passwordHash, chosen }: Activation,
): Promise<{ readonly person: Person; readonly ended: Awaited<ReturnType<typeof endSignInsOf>> } | null> {
  return decideAboutPerson(context, id, async (tx, states) => {
    const delivery = (await findInvitation(tx, tokenHash))?.delivery ?? null;
    const at = await now(tx);
    const before = (await takeInvitation(tx, tokenHash, at)) === id ? await findPerson(tx, id) : null;
    if (before === null) return { result: null, entryIn: () => null };
    if (!isNamed(before)) await takeChosenName(tx, before, chosen, states);
    await setPassword(tx, id, passwordHash);
    const ended = await endSignInsOf(tx, id);
    const person = (await findPerson(tx, id)) ?? before;
    return {
      result: { person, ended },
      entryIn: (state) => (before.hasPassword ? null : activationEntry(state, person, delivery, at)),
      noticesIn: (state) => {
        const agency = state.memberships.get(id)?.agency ?? null;
        return noticesAboutMember(state, { kind: 'account-activated', person, agency, by: { person }, at });
      },
    };
  });
}

/** False for an account that a command made, which knows an address and no name. */
export function isNamed({ name, email }: Pick<Person, 'name' | 'email'>): boolean {
  return name !== email;
}

async function takeChosenName(tx: Transaction, person: Person, chosen: Activation['chosen'], states: readonly RoundState[]): Promise<void> {
  const named = { ...person, name: chosen.name ?? person.name, title: chosen.title ?? person.title };
  for (const state of states) checkNameIn(state, person.id, named.name);
  await changePerson(tx, person.id, named);
}

function activationEntry(state: RoundState, person: Person, delivery: Delivery | null, at: number): EntryDraft {
  const membership = state.memberships.get(person.id);
  const role = membership?.roles[0] ?? membership?.named[0] ?? 'observer';
  const agency = membership?.agency ?? null;
  const details = { person: person.id, name: person.name, agency, sentTo: delivery?.sentTo ?? null, shownTo: delivery?.shownTo ?? null };
  const words = `${person.name} has chosen a password and come in by a one-time link${howItCame(delivery)}.`;
  const author = { person, provenAt: at, provenAgainAt: null };
  return { kind: 'account-activated', ...entryBy(state, author, role), words, scope: [], details };
}

function howItCame(delivery: Delivery | null): string {
  if (delivery === null) return '';
  return delivery.sentTo === null ? ` that was shown to ${printedWithTitle(delivery.shownTo)}` : ` that was sent to ${delivery.sentTo}`;
}
