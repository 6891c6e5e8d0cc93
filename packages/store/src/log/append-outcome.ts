// What becomes of what an append brings to one document, the same on both databases. It is found under the document's lock.
import type { Appended, PendingUpdate } from '@chancery/sync/ports';

/** A document as its lock found it. */
export interface DocumentFacts {
  readonly sequence: number;
  readonly isFrozen: boolean;
}

export type AppendOutcome =
  | Exclude<Appended, { readonly status: 'kept' }>
  | { readonly status: 'kept'; readonly first: number; readonly last: number; readonly newOwners: ReadonlyMap<number, string> };

type Binding = Pick<PendingUpdate, 'author' | 'binds'>;

/** Whether a document takes these updates, and who then owns which client ids. `ownerOf`: the person to whom a client id already belongs. */
export function judgeAppend(
  { sequence, isFrozen }: DocumentFacts,
  updates: readonly Binding[],
  ownerOf: (client: number) => string | undefined,
): AppendOutcome {
  if (isFrozen) return { status: 'fenced' };
  const newOwners = new Map<number, string>();
  for (const { author, binds } of updates) {
    const person = author?.person ?? '';
    for (const client of binds) {
      const known = ownerOf(client);
      const owner = known ?? newOwners.get(client) ?? person;
      if (owner !== person) return { status: 'foreign' };
      if (known === undefined) newOwners.set(client, person);
    }
  }
  return { status: 'kept', first: sequence + 1, last: sequence + updates.length, newOwners };
}

/** The outcome as the engine learns it. */
export function toAppended(outcome: AppendOutcome): Appended {
  return outcome.status === 'kept' ? { status: 'kept', first: outcome.first, last: outcome.last } : outcome;
}

/** Fails the whole batch: the engine names no document that it has not loaded. */
export function unknownDocument(document: string): Error {
  return new Error(`there is no document ${document} to append to`);
}
