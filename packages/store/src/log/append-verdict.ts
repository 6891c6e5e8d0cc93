// Owns the judgement of what one document may take of a batch, the same on both databases. It is made under the document's lock.
import type { Appended, PendingUpdate } from '@chancery/sync/ports';

/** A document as its lock found it. */
export interface DocumentFacts {
  readonly sequence: number;
  readonly isFrozen: boolean;
}

export type Verdict =
  | Exclude<Appended, { readonly status: 'kept' }>
  | { readonly status: 'kept'; readonly first: number; readonly last: number; readonly newOwners: ReadonlyMap<number, string> };

type Binding = Pick<PendingUpdate, 'author' | 'binds'>;

/** `ownerOf` tells the person to whom a client id belongs already. */
export function judgeAppend(
  { sequence, isFrozen }: DocumentFacts,
  updates: readonly Binding[],
  ownerOf: (client: number) => string | undefined,
): Verdict {
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

/** What the engine is told of it. */
export function toAppended(verdict: Verdict): Appended {
  return verdict.status === 'kept' ? { status: 'kept', first: verdict.first, last: verdict.last } : verdict;
}

/** Rejects the whole batch: the engine names no document that it has not loaded. */
export function unknownDocument(document: string): Error {
  return new Error(`there is no document ${document} to append to`);
}
