// Proves the rules of SPEC.md on the log: D1-D8.
import { expect, test } from 'vitest';
import { answer, Desk } from '../testing/desk.ts';

test('D1: an edit reaches the others before it is committed, and is acknowledged only after', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  const works = await desk.join('works');
  await desk.commit();
  const letGo = desk.log.stall();
  const edit = health.type('Clinics');
  await desk.commit();
  expect(works.text).toBe('Clinics');
  expect(health.acknowledged).not.toContain(edit);
  letGo();
  await desk.commit();
  expect(health.acknowledged).toContain(edit);
});

test('D2: all documents are written in one append, within commitEveryMs, and never two appends at a time', async () => {
  await using desk = new Desk();
  desk.log.create('answer-2');
  const health = await desk.join('health');
  const works = await desk.join('works', 'write', 'answer-2');
  health.type('a');
  works.type('b');
  await desk.deliver();
  expect(desk.log.batches).toHaveLength(0);
  await desk.clock.advance(10);
  expect(desk.log.batches.map((batch) => batch.map(({ document }) => document))).toEqual([[answer, 'answer-2']]);

  const letGo = desk.log.stall();
  health.type('c');
  await desk.deliver();
  await desk.clock.advance(10);
  works.type('d');
  await desk.deliver();
  await desk.clock.advance(1_000);
  expect(desk.log.batches).toHaveLength(2);
  letGo();
  await desk.commit();
  expect(desk.log.batches).toHaveLength(3);
});

test('D3: updates of one session in one document are merged, and carry its author and the time of the first', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  const works = await desk.join('works');
  await desk.commit();
  const at = desk.clock.now();
  for (const letter of 'abc') {
    health.type(letter);
    works.type(letter);
    await desk.deliver();
  }
  await desk.commit();
  expect(desk.log.appended.map((update) => [update.author?.person, update.at])).toEqual([
    ['health', at],
    ['works', at],
  ]);
});

test('D4: what a failing log rejects stays in memory, unacknowledged and with an alarm, and is written when the log is back', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  await desk.commit();
  desk.log.fails = () => true;
  const edit = health.type('Clinics');
  await desk.commit();
  await desk.clock.advance(60_000);
  await desk.deliver();
  expect(health.acknowledged).not.toContain(edit);
  expect(desk.alarms).toContain(answer);
  const tries = desk.log.batches.length;
  expect(tries).toBeGreaterThan(5);
  expect(tries).toBeLessThan(25); // 100 ms doubled up to 5 s
  desk.log.fails = () => false;
  await desk.clock.advance(5_000);
  await desk.deliver();
  expect(health.acknowledged).toContain(edit);
});

test('D5: a document that the log will not take does not keep the others from it', async () => {
  await using desk = new Desk();
  desk.log.create('bad');
  const health = await desk.join('health');
  const works = await desk.join('works', 'write', 'bad');
  desk.log.fails = (batch) => batch.some(({ document }) => document === 'bad');
  const kept = health.type('a');
  const stuck = works.type('b');
  await desk.commit();
  await desk.clock.advance(1_000);
  await desk.deliver();
  expect(health.acknowledged).toContain(kept);
  expect(works.acknowledged).not.toContain(stuck);
  const next = health.type('c');
  await desk.commit();
  expect(health.acknowledged).toContain(next);
});

test('D5: a document that failed once is written although the others never pause', async () => {
  await using desk = new Desk();
  desk.log.create('busy');
  const health = await desk.join('health');
  const works = await desk.join('works', 'write', 'busy');
  desk.log.fails = (batch) => batch.some(({ document }) => document === answer);
  const edit = health.type('a');
  await desk.commit();
  desk.log.fails = () => false;
  desk.log.beforeAppend = () => {
    works.type('x');
    works.line?.stepToServer();
  };
  works.type('x');
  await desk.deliver();
  for (let tick = 0; tick < 50; tick++) await desk.clock.advance(10);
  await desk.deliver();
  expect(health.acknowledged).toContain(edit);
  expect(desk.log.batches.length).toBeLessThan(100); // and no tick writes more than once for it
});

test('D6: a frame that brings nothing new is acknowledged no earlier than the content it repeats', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  const letGo = desk.log.stall();
  health.type('Clinics');
  await desk.commit();
  const works = await desk.join('works'); // its reply repeats nothing, but it now has the uncommitted text
  works.line?.cut();
  desk.connect(works);
  await desk.deliver();
  expect(works.text).toBe('Clinics');
  expect(works.committedFrames).toBe(0);
  letGo();
  await desk.commit();
  expect(works.committedFrames).toBe(1);
});

test('D7: disposing closes the sessions as restarting and writes what was accepted', async () => {
  const desk = new Desk();
  const health = await desk.join('health');
  health.type('Clinics');
  await desk.deliver();
  const disposing = desk.rooms[Symbol.asyncDispose]();
  await desk.clock.advance(0);
  await disposing;
  await desk.deliver();
  expect(health.closedWith).toBe(1012);
  expect(desk.log.appended).toHaveLength(1);
  expect(desk.clock.waiting).toBe(0);
});

test('D7: disposing does not wait for ever for a log that fails', async () => {
  const desk = new Desk({ disposeWithinMs: 4_000 });
  const health = await desk.join('health');
  desk.log.fails = () => true;
  health.type('Clinics');
  await desk.deliver();
  const disposing = desk.rooms[Symbol.asyncDispose]();
  await desk.clock.advance(4_000);
  await disposing;
  expect(desk.clock.waiting).toBe(0);
});

test('D8: after a crash whoever has an edit that was lost brings it back, also for others', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  const works = await desk.join('works');
  await desk.commit();
  health.type('Clinics');
  await desk.deliver();
  await desk.crash();
  desk.connect(works);
  await desk.deliver();
  expect(desk.log.appended).toHaveLength(0);
  const late = await desk.join('late');
  expect(late.text).toBe('Clinics');
  desk.connect(health);
  health.type(' and wells');
  await desk.commit();
  expect(late.text).toBe('Clinics and wells');
  expect([health.closedWith, works.closedWith]).toEqual([null, null]);
});

test('D9: a session with too much unacknowledged content is closed as too large', async () => {
  await using desk = new Desk({ unacknowledgedBytes: 2_000 });
  const health = await desk.join('health');
  desk.log.fails = () => true;
  for (let edit = 0; edit < 50; edit++) health.type('x'.repeat(100));
  await desk.deliver();
  expect(health.closedWith).toBe(4413);
});

test('D10: a read sees committed content alone, with all that was pending at the call', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  health.type('one');
  await desk.deliver();
  const reading = desk.rooms.read(answer, (doc, sequence) => [doc.getText('text').toJSON(), sequence] as const);
  await desk.clock.advance(5);
  const letGo = desk.log.stall();
  await desk.clock.advance(5); // the append of 'one' is under way
  health.type(' two');
  await desk.deliver();
  letGo();
  await desk.clock.advance(0);
  await expect(reading).resolves.toEqual(['one', 1]);
  await desk.commit();
  await expect(desk.rooms.read(answer, (doc) => doc.getText('text').toJSON())).resolves.toBe('one two');
});

test('D11: an edit of the server reaches everybody and resolves with its sequence after the commit', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  const editing = desk.rooms.edit(answer, { person: 'importer', agency: 'lead' }, (doc) => doc.getText('text').insert(0, 'Imported'));
  await desk.commit();
  await expect(editing).resolves.toBe(1);
  expect(health.text).toBe('Imported');
  expect(desk.log.appended[0]?.author).toEqual({ person: 'importer', agency: 'lead' });
});

test('D11: an edit of the server that throws leaves the document as it was', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  const editing = desk.rooms.edit(answer, null, (doc) => {
    doc.getText('text').insert(0, 'half');
    throw new Error('the import is broken');
  });
  await expect(editing).rejects.toThrow('the import is broken');
  await desk.commit();
  expect(health.text).toBe('');
  health.type('still here');
  await desk.commit();
  expect(desk.log.appended).toHaveLength(1);
});
