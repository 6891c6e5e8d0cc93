// The fence in the rows of the documents, where every server's log looks before it takes an edit: held while a decision that freezes is made,
// closed by it (rule S5).
import { isFrozen, questionsOf, type RoundId } from '@chancery/domain';
import { documentId, listRounds, lockDocuments, lockRound, setFrozen, type Store, type Transaction } from '@chancery/store';
import type { DocumentId } from '@chancery/sync';
import { ProblemError } from '../http/problem.ts';
import type { ReadingRounds } from '../round/access.ts';
import { OutOfDateError, tryAgain } from './try-again.ts';

/**
 * Keeps every server's edits out of these documents until the transaction ends. Each comes with the sequence at which it was read; when
 * another server has written to one since, the decision is made again.
 */
export async function holdTexts(tx: Transaction, read: ReadonlyMap<DocumentId, number>): Promise<void> {
  const committed = await lockDocuments(tx, [...read.keys()]);
  for (const [document, sequence] of read) if (committed.get(document) !== sequence) throw new OutOfDateError();
}

/** Runs `decide`, which freezes, reads and holds the texts; again, on the new texts, when one has changed. Whether that matters is the rule's to say. */
export function decideOnHeldTexts<T>(decide: () => Promise<T>): Promise<T> {
  return tryAgain(decide, () => {
    throw new ProblemError('conflict', 'Others are writing in this answer right now. Try again in a moment.');
  });
}

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
