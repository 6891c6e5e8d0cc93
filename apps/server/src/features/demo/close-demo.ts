// The end of a demo's people where the server is for real use: everybody knows their password.
import { endSignInsOfDemo } from '@chancery/store';
import type { Context } from '../../context.ts';

/** Ends the sign-ins of a demo's people, and says in the log that none of them can sign in. */
export async function closeDemo({ store, log }: Pick<Context, 'store' | 'log'>): Promise<void> {
  const { people, ended } = await store.transaction((tx) => endSignInsOfDemo(tx));
  if (people === 0) return;
  const why = 'This data began as a demo. Its people, whose password everybody knows, cannot sign in under DEMO=0.';
  log.warn({ event: 'demo-people-closed', people, signIns: ended.length }, why);
}
