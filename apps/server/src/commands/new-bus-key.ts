// `chancery new-bus-key`: changes the key with which the servers of this database seal what they say to each other over Redis.
import { migrate, newBusKey } from '@chancery/store';
import { openConfiguredStore } from './configured-store.ts';

export async function changeBusKey(): Promise<number> {
  await using store = await openConfiguredStore();
  await migrate(store);
  await store.transaction(newBusKey);
  console.log('The key is changed. Restart all servers of this database.');
  return 0;
}
