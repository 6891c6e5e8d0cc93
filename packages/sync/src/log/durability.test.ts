// Proves the rules of SPEC.md on the log: D1-D8.
import { expect, test } from 'vitest';
import { answer, Network } from '../testing/network.ts';

test('D1: an edit reaches the others before it is committed, and is acknowledged only after', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const works = await network.join('works');
  await network.commit();
  const letGo = network.log.stall();
  const edit = health.type('Clinics');
  await network.commit();
  expect(works.text).toBe('Clinics');
  expect(health.acknowledged).not.toContain(edit);
  letGo();
  await network.commit();
  expect(health.acknowledged).toContain(edit);
});

test('D2: all documents are written in one append, within commitEveryMs, and never two appends at a time', async () => {
  await using network = new Network();
  network.log.create('answer-2');
  const health = await network.join('health');
  const works = await network.join('works', 'write', 'answer-2');
  health.type('a');
  works.type('b');
  await network.deliver();
  expect(network.log.batches).toHaveLength(0);
  await network.clock.advance(10);
  expect(network.log.batches.map((batch) => batch.map(({ document }) => document))).toEqual([[answer, 'answer-2']]);

  const letGo = network.log.stall();
  health.type('c');
  await network.deliver();
  await network.clock.advance(10);
  works.type('d');
  await network.deliver();
  await network.clock.advance(1_000);
  expect(network.log.batches).toHaveLength(2);
  letGo();
  await network.commit();
  expect(network.log.batches).toHaveLength(3);
});

test('D3: updates of one session in one document are merged, and carry its author and the time of the first', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const works = await network.join('works');
  await network.commit();
  const at = network.clock.now();
  for (const letter of 'abc') {
    health.type(letter);
    works.type(letter);
    await network.deliver();
  }
  await network.commit();
  expect(network.log.appended.map((update) => [update.author?.person, update.at])).toEqual([
    ['health', at],
    ['works', at],
  ]);
});

test('D4: what a failing log rejects stays in memory, unacknowledged and with an alarm, and is written when the log is back', async () => {
  await using network = new Network();
  const health = await network.join('health');
  await network.commit();
  network.log.fails = () => true;
  const edit = health.type('Clinics');
  await network.commit();
  await network.clock.advance(60_000);
  await network.deliver();
  expect(health.acknowledged).not.toContain(edit);
  expect(network.alarms).toContain(answer);
  const tries = network.log.batches.length;
  expect(tries).toBeGreaterThan(5);
  expect(tries).toBeLessThan(25); // 100 ms doubled up to 5 s
  network.log.fails = () => false;
  await network.clock.advance(5_000);
  await network.deliver();
  expect(health.acknowledged).toContain(edit);
});

test('D5: a document that the log will not take does not keep the others from it', async () => {
  await using network = new Network();
  network.log.create('bad');
  const health = await network.join('health');
  const works = await network.join('works', 'write', 'bad');
  network.log.fails = (batch) => batch.some(({ document }) => document === 'bad');
  const kept = health.type('a');
  const stuck = works.type('b');
  await network.commit();
  await network.clock.advance(1_000);
  await network.deliver();
  expect(health.acknowledged).toContain(kept);
  expect(works.acknowledged).not.toContain(stuck);
  const next = health.type('c');
  await network.commit();
  expect(health.acknowledged).toContain(next);
});

test('D5: a document that failed once is written although the others never pause', async () => {
  await using network = new Network();
  network.log.create('busy');
  const health = await network.join('health');
  const works = await network.join('works', 'write', 'busy');
  network.log.fails = (batch) => batch.some(({ document }) => document === answer);
  const edit = health.type('a');
  await network.commit();
  network.log.fails = () => false;
  network.log.beforeAppend = () => {
    works.type('x');
    works.line?.stepToServer();
  };
  works.type('x');
  await network.deliver();
  for (let tick = 0; tick < 50; tick++) await network.clock.advance(10);
  await network.deliver();
  expect(health.acknowledged).toContain(edit);
  expect(network.log.batches.length).toBeLessThan(100); // and no tick writes more than once for it
});

test('D6: a frame that brings nothing new is acknowledged no earlier than the content it repeats', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const letGo = network.log.stall();
  health.type('Clinics');
  await network.commit();
  const works = await network.join('works'); // its reply repeats nothing, but it now has the uncommitted text
  works.line?.cut();
  network.connect(works);
  await network.deliver();
  expect(works.text).toBe('Clinics');
  expect(works.committedFrames).toBe(0);
  letGo();
  await network.commit();
  expect(works.committedFrames).toBe(1);
});

test('D7: disposing closes the sessions as restarting and writes what was accepted', async () => {
  const network = new Network();
  const health = await network.join('health');
  health.type('Clinics');
  await network.deliver();
  const disposing = network.rooms[Symbol.asyncDispose]();
  await network.clock.advance(0);
  await disposing;
  await network.deliver();
  expect(health.closedWith).toBe(1012);
  expect(network.log.appended).toHaveLength(1);
  expect(network.clock.waiting).toBe(0);
});

test('D7: disposing does not wait for ever for a log that fails', async () => {
  const network = new Network({ disposeWithinMs: 4_000 });
  const health = await network.join('health');
  network.log.fails = () => true;
  health.type('Clinics');
  await network.deliver();
  const disposing = network.rooms[Symbol.asyncDispose]();
  await network.clock.advance(4_000);
  await disposing;
  expect(network.clock.waiting).toBe(0);
});

test('D8: after a crash anybody who has an edit that was lost brings it back, for others too', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const works = await network.join('works');
  await network.commit();
  health.type('Clinics');
  await network.deliver();
  await network.crash();
  network.connect(works);
  await network.deliver();
  expect(network.log.appended).toHaveLength(0);
  const late = await network.join('late');
  expect(late.text).toBe('Clinics');
  network.connect(health);
  health.type(' and wells');
  await network.commit();
  expect(late.text).toBe('Clinics and wells');
  expect([health.closedWith, works.closedWith]).toEqual([null, null]);
});

test('D9: a session with too much unacknowledged content is closed as too large', async () => {
  await using network = new Network({ unacknowledgedBytes: 2_000 });
  const health = await network.join('health');
  network.log.fails = () => true;
  for (let edit = 0; edit < 50; edit++) health.type('x'.repeat(100));
  await network.deliver();
  expect(health.closedWith).toBe(4413);
});

test('D10: a read sees committed content alone, with all that was pending at the call', async () => {
  await using network = new Network();
  const health = await network.join('health');
  health.type('one');
  await network.deliver();
  const reading = network.rooms.read(answer, (doc, sequence) => [doc.getText('text').toJSON(), sequence] as const);
  await network.clock.advance(5);
  const letGo = network.log.stall();
  await network.clock.advance(5); // the append of 'one' is under way
  health.type(' two');
  await network.deliver();
  letGo();
  await network.clock.advance(0);
  await expect(reading).resolves.toEqual(['one', 1]);
  await network.commit();
  await expect(network.rooms.read(answer, (doc) => doc.getText('text').toJSON())).resolves.toBe('one two');
});

test('D11: an edit of the server reaches everybody and resolves with its sequence after the commit', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const editing = network.rooms.edit(answer, { person: 'importer', agency: 'lead' }, (doc) => doc.getText('text').insert(0, 'Imported'));
  await network.commit();
  await expect(editing).resolves.toBe(1);
  expect(health.text).toBe('Imported');
  expect(network.log.appended[0]?.author).toEqual({ person: 'importer', agency: 'lead' });
});

test('D11: an edit of the server that throws leaves the document as it was', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const editing = network.rooms.edit(answer, null, (doc) => {
    doc.getText('text').insert(0, 'half');
    throw new Error('the import is broken');
  });
  await expect(editing).rejects.toThrow('the import is broken');
  await network.commit();
  expect(health.text).toBe('');
  health.type('still here');
  await network.commit();
  expect(network.log.appended).toHaveLength(1);
});
