// Proves that an answer whose stored history cannot be read back stops neither a start nor the other answers, and is never left out without a word.
import { asId, type QuestionId } from '@chancery/domain';
import { documentId, openStore } from '@chancery/store';
import { closeCodes } from '@chancery/sync';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { type Desk, eventually, type House, openDesk, openHouse } from '../desk/index.ts';

it('a server starts and serves the other answers when one cannot be read back', async () => {
  await using house = await openHouse('sqlite', { provokesErrors: true });
  await using desk = await openDesk({ house });
  const moh = await desk.drafter('moh');
  using readable = await moh.opens('1');
  using spoilt = await moh.opens('2');
  await spoilsQuestion2(house, desk);
  readable.types('Goes on.');
  await readable.saved();
  await eventually(() => expect(spoilt.closedWith).toBe(closeCodes.quarantined));
  const health = await fetch(`${house.url}/api/health`);
  expect([health.status, await health.text()]).toEqual([200, expect.stringContaining(`${desk.round}/2`)]);
});

it('an overview lists an answer that cannot be read as such, and every other one as usual', async () => {
  await using house = await openHouse('sqlite', { provokesErrors: true });
  await using desk = await openDesk({ house });
  const moh = await desk.drafter('moh');
  await moh.writes('1', 'Clinics everywhere.');
  await spoilsQuestion2(house, desk);
  const { answers } = await moh.round();
  expect(answers.map(({ question, isReadable }) => [question, isReadable])).toEqual([
    ['1', true],
    ['2', false],
    ['3', true],
    ['4', true],
    ['authority', true],
  ]);
  expect(answers[1]).toMatchObject({ status: 'drafting', stage: 'drafting', mine: null, assignment: { leadingAgency: desk.agencies.moh } });
  const { contents, unreadable } = await moh.does('readContents');
  expect([contents.map(({ question }) => question), unreadable]).toEqual([['1', '3', '4', 'authority'], ['2']]);
  const health = await fetch(`${house.url}/api/health`);
  expect([health.status, await health.text()]).toEqual([200, expect.stringContaining(`${desk.round}/2`)]);
});

it('an answer whose snapshot is damaged is out of use alone', async () => {
  await using house = await openHouse('sqlite', { provokesErrors: true });
  await using desk = await openDesk({ house });
  const moh = await desk.drafter('moh');
  await moh.writes('1', 'Clinics everywhere.');
  const document = documentId(desk.round, asId<QuestionId>('2'));
  spoilSnapshot(join(house.env['DATA_DIR'] ?? '', 'chancery.sqlite'), document);
  await house.restarts();
  using readable = await moh.opens('1');
  using damaged = await moh.opens('2');
  readable.types('Goes on.');
  await readable.saved();
  await eventually(() => expect(damaged.closedWith).toBe(closeCodes.quarantined));
  expect((await moh.round()).answers.map(({ isReadable }) => isReadable)).toEqual([true, false, true, true, true]);
  const health = await fetch(`${house.url}/api/health`);
  expect([health.status, await health.text()]).toEqual([200, expect.stringContaining(document)]);
});

it('nobody decides on an answer that cannot be read, and no file leaves it out', async () => {
  await using house = await openHouse('sqlite', { provokesErrors: true });
  await using desk = await openDesk({ house });
  const [moh, officer, coordinator, respondent] = await Promise.all([
    desk.drafter('moh'),
    desk.clearingOfficer('moh'),
    desk.coordinator(),
    desk.respondent(),
  ]);
  await moh.writes('1', 'Clinics everywhere.');
  const { digest } = await moh.answer('2');
  await spoilsQuestion2(house, desk);
  await expect(officer.clears('2', digest)).refused('answer-unreadable');
  await expect(coordinator.accepts('2', digest)).refused('answer-unreadable');
  await expect(coordinator.leavesUnanswered('2')).refused('answer-unreadable');
  await respondent.signsIn();
  await respondent.provesIdentity();
  await expect(respondent.approves()).refused('answer-unreadable');
  for (const format of ['docx', 'md', 'json'] as const) {
    await expect(coordinator.exports(format)).rejects.toMatchObject({ status: 503, message: expect.stringContaining('question 2') });
  }
  await expect(coordinator.record()).rejects.toMatchObject({ status: 503, message: expect.stringContaining('question 2') });
  await expect(moh.answer('2')).refused('answer-unreadable');
  await officer.clears('1');
});

it('a form is imported past an answer that cannot be read', async () => {
  await using house = await openHouse('sqlite', { provokesErrors: true });
  await using desk = await openDesk({ house });
  const [moh, coordinator] = await Promise.all([desk.drafter('moh'), desk.coordinator()]);
  await moh.writes('2', 'MyGov.', 'yes');
  await moh.writes('4', 'Every ministry.');
  const form = await coordinator.exports('md');
  await spoilsQuestion2(house, desk);
  const preview = await coordinator.previews(form);
  expect(preview.answers.map(({ question, fate }) => [question, fate])).toEqual(
    expect.arrayContaining([
      ['2', 'unreadable'],
      ['4', 'same'],
    ]),
  );
  const { outcomes, reasons } = await coordinator.runs(preview.id, ['2', '4']);
  expect(outcomes).toEqual({ '2': 'refused', '4': 'same' });
  expect(reasons['2']).toBe('unreadable');
});

/** As a broken disk would, found at the next start. */
async function spoilsQuestion2(house: House, desk: Desk): Promise<void> {
  await spoil(house.env['DATA_DIR'] ?? '', documentId(desk.round, asId<QuestionId>('2')));
  await house.restarts();
}

/** Puts a snapshot there that cannot be unpacked. */
function spoilSnapshot(file: string, document: string): void {
  using database = new DatabaseSync(file, { timeout: 5_000 });
  database
    .prepare(`insert into document_snapshot (document_id, sequence, at, bytes, attribution) values (?, 1, 0, x'ffffff', x'ffffff')`)
    .run(document);
}

/** Appends bytes that are no update, as a broken disk might leave them. */
async function spoil(directory: string, document: string): Promise<void> {
  await using store = await openStore({ kind: 'sqlite', directory });
  await store.updateLog.append([{ document, bytes: new Uint8Array([1, 1, 255]), author: null, at: 0, binds: [] }]);
}
