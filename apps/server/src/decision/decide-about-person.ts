// A decision about a person rather than about one round: one transaction, with an entry in the record of every open round of that person.
import type { EntryDraft, PersonId } from '@chancery/domain';
import { type NewNotice, roundsOf, type Transaction } from '@chancery/store';
import type { RoundState } from '../round/round-state.ts';
import { announce, type DecisionMaking, holdRound, keepDecision, type KeptDecision } from './decide.ts';

/** What is decided, and how the record of each round says it. It gives and takes no right in a round. */
export interface PersonalDecision<T> {
  readonly result: T;
  entryIn(state: RoundState): EntryDraft;
  noticesIn?(state: RoundState): readonly NewNotice[];
}

/** Runs `decide` with the open rounds of the person held; whatever it throws undoes everything. */
export async function decideAboutPerson<T>(
  context: DecisionMaking,
  person: PersonId,
  decide: (tx: Transaction, states: readonly RoundState[]) => Promise<PersonalDecision<T>>,
): Promise<T> {
  const { result, kept } = await context.store.transaction(async (tx) => {
    // In the order of their ids: two such decisions never wait for each other.
    const open = (await roundsOf(tx, person)).filter((it) => it.phase === 'open').toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const states: RoundState[] = [];
    for (const { id } of open) states.push(await holdRound(context, tx, id));
    const decided = await decide(tx, states);
    const written: KeptDecision<undefined>[] = [];
    for (const state of states) {
      const decision = {
        result: undefined,
        entries: [decided.entryIn(state)],
        notices: decided.noticesIn?.(state) ?? [],
        events: [{ kind: 'round-changed' }],
        keepsRights: true,
      } as const;
      written.push(await keepDecision(context, tx, state.id, decision));
    }
    return { result: decided.result, kept: written };
  });
  for (const it of kept) await announce(context, it);
  return result;
}
