// A decision about a person rather than about one round: one transaction, with an entry in the record of every round of that person whose
// form has not been sent: what is printed of them there can still change.
import type { EntryDraft, PersonId, RoundId } from '@chancery/domain';
import { lockPerson, type NewNotice, roundsOf, type Transaction } from '@chancery/store';
import { ProblemError } from '../http/problem.ts';
import type { RoundState } from '../round/round-state.ts';
import { announce, type DecisionMaking, holdRound, keepDecision, type KeptDecision } from './decide.ts';
import { OutOfDateError, tryAgain } from './try-again.ts';

/** What is decided, and how the record of each round says it: null where there is nothing to say. It gives and takes no right in a round. */
export interface PersonalDecision<T> {
  readonly result: T;
  entryIn(state: RoundState): EntryDraft | null;
  noticesIn?(state: RoundState): readonly NewNotice[];
}

/** Runs `decide` with the person and their rounds held; whatever it throws undoes everything. */
export async function decideAboutPerson<T>(
  context: DecisionMaking,
  person: PersonId,
  decide: (tx: Transaction, states: readonly RoundState[]) => Promise<PersonalDecision<T>>,
): Promise<T> {
  const { result, kept } = await tryAgain(
    () => context.store.transaction((tx) => decideInRounds(context, tx, person, decide)),
    () => {
      throw new ProblemError('conflict', 'The rounds of this person are changing right now. Try again in a moment.');
    },
  );
  for (const it of kept) await announce(context, it);
  return result;
}

async function decideInRounds<T>(
  context: DecisionMaking,
  tx: Transaction,
  person: PersonId,
  decide: (tx: Transaction, states: readonly RoundState[]) => Promise<PersonalDecision<T>>,
): Promise<{ readonly result: T; readonly kept: readonly KeptDecision<undefined>[] }> {
  const rounds = await liveRoundsOf(tx, person);
  const states: RoundState[] = [];
  for (const round of rounds) states.push(await holdRound(context, tx, round));
  await lockPerson(tx, person);
  // Somebody let the person into another round while the locks were waited for.
  if ((await liveRoundsOf(tx, person)).join() !== rounds.join()) throw new OutOfDateError();
  const decided = await decide(tx, states);
  const kept: KeptDecision<undefined>[] = [];
  for (const state of states) {
    const entry = decided.entryIn(state);
    if (entry === null) continue;
    const decision = {
      result: undefined,
      entries: [entry],
      notices: decided.noticesIn?.(state) ?? [],
      events: [{ kind: 'round-changed' }],
      keepsRights: true,
    } as const;
    kept.push(await keepDecision(context, tx, state.id, decision));
  }
  return { result: decided.result, kept };
}

/** In the order of their ids: two such decisions never wait for each other. */
async function liveRoundsOf(tx: Transaction, person: PersonId): Promise<readonly RoundId[]> {
  const rounds = (await roundsOf(tx, person)).filter((round) => round.phase !== 'sent');
  return rounds.map((round) => round.id).toSorted((a, b) => (a < b ? -1 : 1));
}
