// Proves that an answer whose stored history cannot be read back stops neither a start nor the other answers.
import { asId, type QuestionId } from '@chancery/domain';
import { documentId, openStore } from '@chancery/store';
import { closeCodes } from '@chancery/sync';
import { expect, it } from 'vitest';
import { eventually, openDesk, openHouse } from '../desk/index.ts';

it('a server starts and serves the other answers when one cannot be read back', async () => {
  await using house = await openHouse('sqlite', { provokesErrors: true });
  await using desk = await openDesk({ house });
  const moh = await desk.drafter('moh');
  using readable = await moh.opens('1');
  using spoilt = await moh.opens('2');
  await spoil(house.env['DATA_DIR'] ?? '', documentId(desk.round, asId<QuestionId>('2')));
  await house.restarts();
  readable.types('Goes on.');
  await readable.saved();
  await eventually(() => expect(spoilt.closedWith).toBe(closeCodes.quarantined));
  const health = await fetch(`${house.url}/api/health`);
  expect([health.status, await health.text()]).toEqual([503, expect.stringContaining(`${desk.round}/2`)]);
});

/** Appends bytes that are no update, as a broken disk might leave them. */
async function spoil(directory: string, document: string): Promise<void> {
  await using store = await openStore({ kind: 'sqlite', directory });
  await store.updateLog.append([{ document, bytes: new Uint8Array([1, 1, 255]), author: null, at: 0, binds: [] }]);
}
