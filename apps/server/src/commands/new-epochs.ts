// `chancery new-epochs`: after a PostgreSQL database was restored from a dump, the history of every document begins again for its clients.
import { bumpEpochs, migrate } from '@chancery/store';
import { openConfiguredStore } from './configured-store.ts';

/** Refused while a server runs: its rooms would go on with the history that was there. */
export async function newEpochs(): Promise<number> {
  await using store = await openConfiguredStore({ exclusive: true });
  await migrate(store);
  await store.transaction(bumpEpochs);
  console.log('Every document begins a new epoch. Start the servers.');
  return 0;
}
