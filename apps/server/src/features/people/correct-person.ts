// The correction of how a person is named and reached (M15): in every round in which they take part, or not at all.
import { checkName, type EntryDraft, type Granter, mayRename, type PersonId, type RoundId } from '@chancery/domain';
import { changePerson, dropInvitations, findPersonByEmail, now, type Person, type Transaction } from '@chancery/store';
import { actorOf, checkRoundRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import type { ActingPerson } from '../../decision/decide.ts';
import { decideAboutPerson } from '../../decision/decide-about-person.ts';
import { managementEntry } from '../../decision/manage-round.ts';
import type { ParsedBody } from '../../http/implement.ts';
import { allowed, ProblemError, RefusalError } from '../../http/problem.ts';
import { targetOf } from '../../round/granting.ts';
import type { RoundState } from '../../round/round-state.ts';
import { printedWithTitle } from './printed.ts';
import { noticesAboutMember } from './who-is-told.ts';

/** M15: anyone who corrects a name must be able to in every round that it stands in; an e-mail address is for administrators. */
export async function correctPerson(
  context: Context,
  { round, person: id }: { round: RoundId; person: PersonId },
  author: ActingPerson,
  body: ParsedBody<'correctPerson'>,
): Promise<void> {
  checkRoundRight(await stateOf(context, round), author.person, 'read-round');
  await decideAboutPerson(context, id, async (tx, states) => {
    const before = states.find((state) => state.id === round)?.people.get(id);
    if (before === undefined) throw new ProblemError('not-found', 'This person does not take part in the round, or it is over.');
    const after = { name: body.name ?? before.name, title: body.title ?? before.title, email: body.email?.toLowerCase() ?? before.email };
    const capacities = new Map(states.map((state) => [state.id, capacityIn(state, author, before)]));
    if (after.email !== before.email) await checkEmail(tx, author, after.email);
    if (after.name !== before.name) for (const state of states) checkNameIn(state, id, after.name);
    await changePerson(tx, id, after);
    // A link that went to another address must not open this one's account.
    const endsLink = after.email !== before.email && (await dropInvitations(tx, id));
    const at = await now(tx);
    return {
      result: undefined,
      entryIn: (state) => correctionEntry(state, author, { before, after, endsLink, as: capacities.get(state.id) ?? 'administrator' }),
      noticesIn: (state) => {
        const agency = state.memberships.get(id)?.agency ?? null;
        return noticesAboutMember(state, { kind: 'person-changed', person: { id, name: after.name }, agency, by: author, at });
      },
    };
  });
}

function capacityIn(state: RoundState, author: ActingPerson, person: Person): Granter {
  const actor = actorOf(state, author.person);
  if (person.isAdministrator && !author.person.isAdministrator) throw new RefusalError({ code: 'not-permitted' });
  return allowed(mayRename(actor, targetOf(state, person.id)));
}

async function checkEmail(tx: Transaction, { person: by }: ActingPerson, email: string): Promise<void> {
  if (!by.isAdministrator) throw new RefusalError({ code: 'grant-needs', who: 'administrator' });
  if ((await findPersonByEmail(tx, email)) !== null) throw new RefusalError({ code: 'email-taken' });
}

/** M14: the name is like that of nobody else in the round. */
export function checkNameIn(state: RoundState, person: PersonId | null, name: string): void {
  const others = [...state.people.values()].filter((it) => it.id !== person).map((it) => it.name);
  allowed(checkName(name, others));
}

type Named = Pick<Person, 'name' | 'title' | 'email'>;

interface Correction {
  readonly before: Person;
  readonly after: Named;
  readonly endsLink: boolean;
  readonly as: Granter;
}

/** Null where everything stays as it is. */
function correctionEntry(state: RoundState, author: ActingPerson, { before, after, endsLink, as }: Correction): EntryDraft | null {
  const isRenamed = after.name !== before.name || after.title !== before.title;
  const hasMoved = after.email !== before.email;
  if (!isRenamed && !hasMoved) return null;
  const words = [
    ...(isRenamed
      ? [`${printedWithTitle({ ...before, agency: null })} is now printed as ${printedWithTitle({ ...after, agency: null })}.`]
      : []),
    ...(hasMoved ? [`The e-mail address of ${after.name} is ${after.email} in place of ${before.email}.`] : []),
    ...(endsLink ? ['The one-time link made before can no longer be used.'] : []),
  ];
  const kept = ({ name, title, email }: Named) => (hasMoved ? { name, title, email } : { name, title });
  const agency = state.memberships.get(before.id)?.agency ?? null;
  const details = { person: before.id, name: after.name, agency, before: kept(before), after: kept(after), endsLink };
  return managementEntry(state, author, { kind: 'person-changed', words: words.join(' '), details }, as);
}
