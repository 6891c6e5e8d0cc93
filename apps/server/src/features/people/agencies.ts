// The agencies of a round: adding, renaming and removing them, and which of them leads.
import type { ResponseOf } from '@chancery/contract';
import { type AgencyId, checkName, type PersonId, type RoundId } from '@chancery/domain';
import {
  addAgency,
  type Agency,
  changeAgency,
  changeLeadAgency,
  findAgency,
  isAgencyInUse,
  now,
  putMember,
  removeAgency,
  removeMember,
  type Transaction,
} from '@chancery/store';
import { checkRoundRight } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { type ActingPerson, commitDecision } from '../../decision/decide.ts';
import type { ParsedBody } from '../../http/implement.ts';
import { checkOpen, managementEntry } from '../../decision/manage-round.ts';
import { allowed, ProblemError, RefusalError } from '../../http/problem.ts';
import { nameOfAgency, type RoundState } from '../../round/round-state.ts';
import { peopleChanged } from './members.ts';
import { noticesAboutAgency } from './who-is-told.ts';

const colours = 12;
const roundChanged = [{ kind: 'round-changed' }] as const;

/** Adds an agency; it gets the first agency colour that is not taken. */
export function addAgencyToRound(
  context: Context,
  round: RoundId,
  author: ActingPerson,
  names: ParsedBody<'addAgency'>,
): Promise<ResponseOf<'addAgency'>> {
  return commitDecision(context, round, async (tx, state) => {
    checkRoundRight(state, author.person, 'manage-round');
    checkOpen(state);
    checkAgencyNames(state, names, null);
    const added = await addAgency(tx, round, { ...names, colour: nextColour(state.agencies) });
    const { id, name, shortName, colour, isLead } = added;
    const words = `${name} takes part in the round.`;
    return {
      result: { id, name, shortName, colour, isLead },
      entries: [managementEntry(state, author, { kind: 'agency-added', words, details: { agency: id } })],
      events: roundChanged,
    };
  });
}

interface NamedAgency {
  readonly round: RoundId;
  readonly agency: AgencyId;
}

/** Renames an agency; its colour stays. */
export function changeAgencyOfRound(
  context: Context,
  { round, agency }: NamedAgency,
  author: ActingPerson,
  names: ParsedBody<'changeAgency'>,
): Promise<void> {
  return commitDecision(context, round, async (tx, state) => {
    checkRoundRight(state, author.person, 'manage-round');
    checkOpen(state);
    const found = await agencyOf(tx, round, agency);
    checkAgencyNames(state, names, agency);
    await changeAgency(tx, agency, { ...names, colour: found.colour });
    const words = `${found.name} (${found.shortName}) is now called ${names.name} (${names.shortName}).`;
    const details = { agency, before: { name: found.name, shortName: found.shortName }, after: names };
    return {
      result: undefined,
      entries: [managementEntry(state, author, { kind: 'agency-changed', words, details })],
      notices: noticesAboutAgency(state, { kind: 'agency-changed', agency, by: author, at: await now(tx) }),
      events: roundChanged,
    };
  });
}

/** Removes an agency that has no members and no assignments and has decided nothing. */
export function removeAgencyFromRound(context: Context, { round, agency }: NamedAgency, author: ActingPerson): Promise<void> {
  return commitDecision(context, round, async (tx, state) => {
    checkRoundRight(state, author.person, 'manage-round');
    checkOpen(state);
    const found = await agencyOf(tx, round, agency);
    if (found.isLead || (await isAgencyInUse(tx, agency))) throw new RefusalError({ code: 'agency-in-use' });
    await removeAgency(tx, agency);
    const words = `${found.name} no longer takes part in the round.`;
    return {
      result: undefined,
      entries: [managementEntry(state, author, { kind: 'agency-removed', words, details: { agency, name: found.name } })],
      events: roundChanged,
    };
  });
}

/** M17: another agency leads, and those who coordinated for the former one coordinate no longer. */
export function changeLeadAgencyOfRound(context: Context, { round, agency }: NamedAgency, author: ActingPerson): Promise<void> {
  return commitDecision(context, round, async (tx, state) => {
    checkRoundRight(state, author.person, 'manage-round');
    if (!author.person.isAdministrator) throw new RefusalError({ code: 'grant-needs', who: 'administrator' });
    checkOpen(state);
    const found = await agencyOf(tx, round, agency);
    if (found.isLead) throw new RefusalError({ code: 'agency-leads' });
    const former = [...state.memberships].filter(([, { roles }]) => roles.includes('coordinator')).map(([person]) => person);
    if (former.includes(author.person.id)) throw new RefusalError({ code: 'own-membership' }); // M9
    for (const person of former) await endCoordination(tx, state, person);
    await changeLeadAgency(tx, round, agency);
    const before = nameOfAgency(state, state.facts.leadAgency);
    const names = former.map((person) => state.people.get(person)?.name ?? person);
    const ended = names.length === 0 ? '' : ` No longer coordinator: ${names.join(', ')}.`;
    const details = { agency, before: state.facts.leadAgency, noLongerCoordinators: former };
    const said = { kind: 'lead-agency-changed', words: `${found.name} leads the round in place of ${before}.${ended}`, details } as const;
    return {
      result: undefined,
      entries: [managementEntry(state, author, said, 'administrator')],
      notices: noticesAboutAgency(state, {
        kind: 'lead-agency-changed',
        agency,
        by: author,
        at: await now(tx),
        also: [...state.people.keys()],
      }),
      events: peopleChanged,
    };
  });
}

/** Somebody who did nothing else in the round takes part no longer. */
async function endCoordination(tx: Transaction, state: RoundState, person: PersonId): Promise<void> {
  const membership = state.memberships.get(person);
  const roles = membership?.roles.filter((role) => role !== 'coordinator') ?? [];
  if (membership === undefined || roles.length + membership.named.length === 0) await removeMember(tx, state.id, person);
  else await putMember(tx, { round: state.id, person }, { ...membership, roles }, null);
}

/** M14: neither name is like a name of another agency of the round. */
function checkAgencyNames(state: RoundState, { name, shortName }: { name: string; shortName: string }, renamed: AgencyId | null): void {
  const others = state.agencies.filter((it) => it.id !== renamed).flatMap((it) => [it.name, it.shortName]);
  for (const given of [name, shortName]) allowed(checkName(given, others));
}

async function agencyOf(tx: Transaction, round: RoundId, agency: AgencyId): Promise<Agency> {
  const found = await findAgency(tx, round, agency);
  if (found === null) throw new ProblemError('not-found', 'There is no such agency in this round.');
  return found;
}

function nextColour(agencies: readonly Agency[]): number {
  const taken = new Set(agencies.map((agency) => agency.colour));
  for (let colour = 1; colour <= colours; colour += 1) if (!taken.has(colour)) return colour;
  return (agencies.length % colours) + 1;
}
