// A program for the test of directories without rights: tries to open one, and prints how that ended.
import { openStore } from '../../open-store.ts';
import { StoreOpenError } from '../../database/store-open-error.ts';

try {
  await using store = await openStore({ kind: 'sqlite', directory: String(process.argv[2]) });
  process.stdout.write(JSON.stringify({ code: 'opened', message: store.kind }));
} catch (error) {
  if (!(error instanceof StoreOpenError)) throw error;
  process.stdout.write(JSON.stringify({ code: error.code, message: error.message }));
}
