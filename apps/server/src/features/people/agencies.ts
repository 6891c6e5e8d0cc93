// The agencies of a round: adding, renaming and removing them.
import type { ResponseOf } from '@chancery/contract';
import type { AgencyId, RoundId } from '@chancery/domain';
import { addAgency, type Agency, changeAgency, findAgency, isAgencyInUse, removeAgency } from '@chancery/store';
import { checkRoundRight } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { type ActingPerson, commitDecision } from '../../decision/decide.ts';
import type { ParsedBody } from '../../http/implement.ts';
import { checkOpen, managementEntry } from '../../decision/manage-round.ts';
import { ProblemError, RefusalError } from '../../http/problem.ts';

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

interface AgencyPlace {
  readonly round: RoundId;
  readonly agency: AgencyId;
}

/** Renames an agency; its colour stays. */
export function changeAgencyOfRound(
  context: Context,
  { round, agency }: AgencyPlace,
  author: ActingPerson,
  names: ParsedBody<'changeAgency'>,
): Promise<void> {
  return commitDecision(context, round, async (tx, state) => {
    checkRoundRight(state, author.person, 'manage-round');
    checkOpen(state);
    const found = await findAgency(tx, round, agency);
    if (found === null) throw noSuchAgency();
    await changeAgency(tx, agency, { ...names, colour: found.colour });
    const words = `${found.name} is now called ${names.name}.`;
    return {
      result: undefined,
      entries: [managementEntry(state, author, { kind: 'round-changed', words, details: { agency } })],
      events: roundChanged,
    };
  });
}

/** Removes an agency that has no members and no assignments and has decided nothing. */
export function removeAgencyFromRound(context: Context, { round, agency }: AgencyPlace, author: ActingPerson): Promise<void> {
  return commitDecision(context, round, async (tx, state) => {
    checkRoundRight(state, author.person, 'manage-round');
    checkOpen(state);
    const found = await findAgency(tx, round, agency);
    if (found === null) throw noSuchAgency();
    if (found.isLead || (await isAgencyInUse(tx, agency))) throw new RefusalError({ code: 'agency-in-use' });
    await removeAgency(tx, agency);
    const words = `${found.name} no longer takes part in the round.`;
    return {
      result: undefined,
      entries: [managementEntry(state, author, { kind: 'round-changed', words, details: { agency } })],
      events: roundChanged,
    };
  });
}

function noSuchAgency(): ProblemError {
  return new ProblemError('not-found', 'There is no such agency in this round.');
}

function nextColour(agencies: readonly Agency[]): number {
  const taken = new Set(agencies.map((agency) => agency.colour));
  for (let colour = 1; colour <= colours; colour += 1) if (!taken.has(colour)) return colour;
  return (agencies.length % colours) + 1;
}
