// Texts that are held still while a decision that freezes them is made, also where other servers write to them.
import { lockDocuments, type Transaction } from '@chancery/store';
import type { DocumentId } from '@chancery/sync';
import { ProblemError } from '../http/problem.ts';
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
