// Owns that a decision which freezes texts is about the texts as they are at its commit, also where other servers write to them.
import { lockDocuments, type Transaction } from '@chancery/store';
import type { DocumentId } from '@chancery/sync';
import { ProblemError } from '../http/problem.ts';

/** An edit was committed by another server between the reading of a text and the decision on it. */
class TextMoved extends Error {}

const mostTries = 5;

/**
 * Keeps every server's edits from these documents until the transaction ends. Each comes with the sequence at which it was read;
 * throws when one has moved since, so that the decision is made anew.
 */
export async function holdTexts(tx: Transaction, read: ReadonlyMap<DocumentId, number>): Promise<void> {
  const committed = await lockDocuments(tx, [...read.keys()]);
  for (const [document, sequence] of read) if (committed.get(document) !== sequence) throw new TextMoved();
}

/** Runs `decide`, which freezes, reads and holds the texts; again, on the new texts, when one has moved. Whether they differ is the rule's to say. */
export async function decideOnHeldTexts<T>(decide: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      return await decide();
    } catch (cause) {
      if (!(cause instanceof TextMoved)) throw cause;
    }
  }
  throw new ProblemError('conflict', 'Others are writing in this answer right now. Try again in a moment.');
}
