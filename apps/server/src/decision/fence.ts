// The fence: rule S5 in the rows of the documents, where every server's log looks before it takes an edit.
import { isFrozen, questionsOf, type RoundId } from '@chancery/domain';
import { documentId, listRounds, lockRound, setFrozen, type Store, type Transaction } from '@chancery/store';
import type { ReadingRounds } from '../round/access.ts';

/** What is frozen as the transaction leaves the round takes no edit from its commit on; what is open takes them again. */
export async function fence({ states }: ReadingRounds, tx: Transaction, round: RoundId): Promise<void> {
  const left = await states.find(round, tx);
  if (left === null) return;
  const { phase } = left.facts;
  const frozen = questionsOf(left.questionnaire).filter(({ id }) => isFrozen({ phase, acceptance: left.acceptances.get(id) ?? null }));
  const documents = frozen.map(({ id }) => documentId(round, id));
  await setFrozen(tx, round, documents);
}

/** For a database that was served by a version without fences. */
export async function fenceAll(context: ReadingRounds & { readonly store: Store }): Promise<void> {
  for (const { id } of await listRounds(context.store.read)) {
    await context.store.transaction(async (tx) => {
      await lockRound(tx, id);
      await fence(context, tx, id);
    });
  }
}
