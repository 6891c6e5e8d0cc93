// `chancery migrate`: brings the database to this version, for installations that do it apart from the start.
import { migrate } from '@chancery/store';
import { openConfiguredStore } from './configured-store.ts';

export async function migrateDatabase(): Promise<number> {
  await using store = await openConfiguredStore({ exclusive: true });
  const done = await migrate(store);
  console.log(done.length === 0 ? 'The database is at this version already.' : `Done: ${done.join(', ')}.`);
  return 0;
}
