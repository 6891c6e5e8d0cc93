// The members of a round: inviting them, changing their agency and roles, removing them. The effect on open documents is immediate.
import type { ResponseOf } from '@chancery/contract';
import { checkCoordinatorStays, checkMembership, type Membership, type PersonId, type RoundId } from '@chancery/domain';
import { createPerson, findPersonByEmail, now, type Person, putMember, removeMember, type Transaction } from '@chancery/store';
import { checkRoundRight } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { type ActingPerson, commitDecision } from '../../decision/decide.ts';
import type { ParsedBody } from '../../http/implement.ts';
import { checkOpen, managementEntry } from '../../decision/manage-round.ts';
import { allowed, ProblemError, RefusalError } from '../../http/problem.ts';
import { nameOfAgency, type RoundState } from '../../round/round-state.ts';
import { deliverLink } from '../../sign-in/one-time-link.ts';
import { mayHandOutLink } from './invitations.ts';

const peopleChanged = [{ kind: 'round-changed' }, { kind: 'rights-changed' }] as const;

/** Makes the account when there is none, the membership, and a one-time link while the account has no password and is this round's alone. */
export function addMember(
  context: Context,
  round: RoundId,
  author: ActingPerson,
  body: ParsedBody<'addMember'>,
): Promise<ResponseOf<'addMember'>> {
  return commitDecision(context, round, async (tx, state) => {
    checkRoundRight(state, author.person, 'manage-round');
    checkOpen(state);
    const membership = membershipIn(state, body);
    const person = await findOrCreate(tx, body);
    if (state.memberships.has(person.id)) throw new RefusalError({ code: 'email-taken' });
    await putMember(tx, round, person.id, membership);
    const isInvited = !person.hasPassword && (await mayHandOutLink(tx, round, author.person, person));
    const invitation = isInvited ? (await deliverLink(context, tx, { person: person.id, by: author.person })).link : null;
    const words = `${person.name} takes part for ${nameOfAgency(state, membership.agency)} as ${membership.roles.join(', ')}.`;
    const entry = managementEntry(state, author, { kind: 'member-added', words, details: { person: person.id, ...membership } });
    return { result: { person: person.id, invitation }, entries: [entry], events: peopleChanged };
  });
}

interface MemberPlace {
  readonly round: RoundId;
  readonly person: PersonId;
}

/** Gives a member another agency or other roles. */
export function changeMember(
  context: Context,
  { round, person }: MemberPlace,
  author: ActingPerson,
  body: ParsedBody<'changeMember'>,
): Promise<void> {
  return commitDecision(context, round, async (tx, state) => {
    checkRoundRight(state, author.person, 'manage-round');
    const member = personOf(state, person);
    const membership = membershipIn(state, body);
    allowed(checkCoordinatorStays(state.memberships, person, membership));
    await putMember(tx, round, person, membership);
    const words = `${member.name} now takes part for ${nameOfAgency(state, membership.agency)} as ${membership.roles.join(', ')}.`;
    return {
      result: undefined,
      entries: [managementEntry(state, author, { kind: 'member-changed', words, details: { person, ...membership } })],
      events: peopleChanged,
    };
  });
}

/** Takes a member out; what they wrote and decided stays. */
export function removeMemberFromRound(context: Context, { round, person }: MemberPlace, author: ActingPerson): Promise<void> {
  return commitDecision(context, round, async (tx, state) => {
    checkRoundRight(state, author.person, 'manage-round');
    const member = personOf(state, person);
    allowed(checkCoordinatorStays(state.memberships, person, null));
    await removeMember(tx, round, person);
    const words = `${member.name} no longer takes part in the round.`;
    return {
      result: undefined,
      entries: [managementEntry(state, author, { kind: 'member-removed', words, details: { person } })],
      events: peopleChanged,
    };
  });
}

function membershipIn(state: RoundState, membership: Membership): Membership {
  const agencies = new Set(state.agencies.map((agency) => agency.id));
  return allowed(checkMembership(membership, { agencies, leadAgency: state.facts.leadAgency }));
}

function personOf(state: RoundState, person: PersonId): Person {
  const found = state.people.get(person);
  if (found === undefined) throw new ProblemError('not-found', 'This person does not take part in the round.');
  return found;
}

async function findOrCreate(tx: Transaction, { email, name, title }: { email: string; name: string; title: string }): Promise<Person> {
  const known = await findPersonByEmail(tx, email);
  if (known !== null) return known;
  const made = await createPerson(tx, { email, name, title, isAdministrator: false, passwordHash: null, createdAt: await now(tx) });
  if (made === null) throw new RefusalError({ code: 'email-taken' });
  return made;
}
