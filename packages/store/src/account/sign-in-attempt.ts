// Failed sign-ins, counted for each account and address. The server decides how many are too many.
import type { Instant } from '@chancery/domain';
import { type Database, query, type Transaction } from '../database/store.ts';

export interface SignInAttempts {
  readonly failures: number;
  readonly windowStartedAt: Instant;
}

/** The failures counted under a key; null when there is none. A window that is over is still reported. */
export async function findSignInAttempts(db: Database, key: string): Promise<SignInAttempts | null> {
  const row = await db[query].selectFrom('sign_in_attempt').selectAll().where('key', '=', key).executeTakeFirst();
  return row === undefined ? null : { failures: row.failures, windowStartedAt: row.window_started_at };
}

/** Counts one more failure and resolves to the count; a window older than `windowMs` starts again at one. */
export async function countFailedSignIn(
  tx: Transaction,
  key: string,
  { at, windowMs }: { at: Instant; windowMs: number },
): Promise<SignInAttempts> {
  const row = await tx[query]
    .insertInto('sign_in_attempt')
    .values({ key, failures: 1, window_started_at: at })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ eb }) => {
        const isOver = eb('sign_in_attempt.window_started_at', '<=', at - windowMs);
        return {
          failures: eb
            .case()
            .when(isOver)
            .then(1)
            .else(eb('sign_in_attempt.failures', '+', 1))
            .end(),
          window_started_at: eb.case().when(isOver).then(at).else(eb.ref('sign_in_attempt.window_started_at')).end(),
        };
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return { failures: row.failures, windowStartedAt: row.window_started_at };
}

/** Starts counting again after a sign-in that worked. */
export async function forgetSignInAttempts(tx: Transaction, key: string): Promise<void> {
  await tx[query].deleteFrom('sign_in_attempt').where('key', '=', key).execute();
}
