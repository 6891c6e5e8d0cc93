// The evidence: the canonical content behind every digest that a decision named.
import type { Digest, QuestionId, RoundId } from '@chancery/domain';
import { type Database, query, type Transaction } from '../database/store.ts';

export interface Evidence {
  readonly digest: Digest;
  readonly round: RoundId;
  readonly question: QuestionId;
  /** RFC 8785 JSON, whose SHA-256 is the digest. */
  readonly canonical: string;
}

/** Keeps a content; one that is there already is the same, since the digest is of every byte of it. */
export async function keepContent(tx: Transaction, { digest, round, question, canonical }: Evidence): Promise<void> {
  await tx[query]
    .insertInto('content')
    .values({ digest, round_id: round, question_id: question, canonical })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
}

/** The canonical JSON with that digest; null when nothing was kept for it. */
export async function findContent(db: Database, digest: Digest): Promise<string | null> {
  return (await contentsOf(db, [digest])).get(digest) ?? null;
}

/** The canonical JSON of each digest; one that nothing was kept for is absent. */
export async function contentsOf(db: Database, digests: readonly Digest[]): Promise<ReadonlyMap<Digest, string>> {
  const found = new Map<Digest, string>();
  for (let from = 0; from < digests.length; from += digestsAtOnce) {
    const some = digests.slice(from, from + digestsAtOnce);
    const rows = await db[query].selectFrom('content').select(['digest', 'canonical']).where('digest', 'in', some).execute();
    for (const row of rows) found.set(row.digest, row.canonical);
  }
  return found;
}

const digestsAtOnce = 1_000;
