// A program for the test of the lock: opens a data directory for itself, says so, and holds it until it is killed.
import { openStore } from '../../open-store.ts';

await openStore({ kind: 'sqlite', directory: String(process.argv[2]) }, { exclusive: true });
process.stdout.write('open\n');
setInterval(() => {}, 60_000);
