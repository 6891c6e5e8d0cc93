// A program for the test of durability: appends to a document without end, and prints each sequence that is committed.
import { openStore, type DatabaseLocation } from '../../open-store.ts';

const [location, document] = process.argv.slice(2);
const store = await openStore(JSON.parse(String(location)) as DatabaseLocation);
for (let value = 0; ; value += 1) {
  const committed = await store.updateLog.append([
    { document: String(document), bytes: new Uint8Array([value % 256]), author: null, at: value, binds: [] },
  ]);
  const appended = committed.get(String(document));
  if (appended?.status !== 'kept') throw new Error('the document takes no content');
  process.stdout.write(`${appended.last}\n`);
}
