// The test of the first promise: what was committed outlives the process, killed at any instant.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createDocument, documentId, migrate, openStore, type DatabaseLocation } from '../../index.ts';
import { castOf } from '../cast.ts';
import type { TestDatabase } from '../store-fixtures.ts';

const program = fileURLToPath(new URL('../programs/append-until-killed.ts', import.meta.url));

export function durabilitySuite(database: TestDatabase): void {
  it('a process that is killed while it appends loses no update that it was told is committed', async () => {
    await using there = await database.emptyLocation();
    const document = await prepare(there.location);
    const lastTold = await killAfter(40, there.location, document);
    expect(lastTold).toBeGreaterThanOrEqual(41);

    await using store = await openStore(there.location, { exclusive: true });
    const stored = await store.updateLog.load(document);
    expect(stored?.sequence).toBeGreaterThanOrEqual(lastTold);
    expect(stored?.updates.slice(1)).toEqual(
      Array.from({ length: Number(stored?.sequence) - 1 }, (_, index) => new Uint8Array([index % 256])),
    );
    const next = Number(stored?.sequence) + 1;
    const appended = await store.updateLog.append([{ document, bytes: new Uint8Array([1]), author: null, at: 1, binds: [] }]);
    expect(appended.get(document)).toEqual({ status: 'kept', first: next, last: next });
  });
}

async function prepare(location: DatabaseLocation): Promise<string> {
  await using store = await openStore(location);
  await migrate(store);
  const { round, question } = await castOf(store);
  await store.transaction((tx) => createDocument(tx, { round, question, bytes: new Uint8Array([0]), schemaVersion: 1, createdAt: 1 }));
  return documentId(round, question);
}

/** Resolves to the last sequence that the killed process had printed. */
async function killAfter(count: number, location: DatabaseLocation, document: string): Promise<number> {
  const child = spawn(process.execPath, [program, JSON.stringify(location), document], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  let told = 0;
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    told += 1;
    last = Number(line);
    if (told === count) child.kill('SIGKILL');
  }
  await closed;
  return last;
}
