// The evidence: the canonical content behind every digest that a decision named.
import type { Digest, QuestionId, RoundId } from '@chancery/domain';
import { query, type Transaction } from '../database/store.ts';

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
