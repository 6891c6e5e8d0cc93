// Proves the rules of SPEC.md on the wire: W1-W7.
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import { messageTypes, syncMessageTypes } from '../close-codes.ts';
import { Network } from '../testing/network.ts';
import { Client } from '../testing/client.ts';

function typesOf(messages: readonly Uint8Array[]): readonly (readonly [number, number | null])[] {
  return messages.map((bytes) => {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    return [type, type === messageTypes.sync ? decoding.readVarUint(decoder) : null];
  });
}

test("W1: clients on y-protocols' own code meet in one text, with edits made before, during and after connecting", async () => {
  await using network = new Network();
  const [health, works] = [new Client('health'), new Client('works')];
  health.type('before ');
  network.connect(health);
  health.type('during ');
  network.connect(works);
  works.type('meanwhile ');
  await network.deliver();
  health.type('after');
  works.erase(0, 2);
  await network.commit();
  expect(works.text).toBe(health.text);
  expect(health.text).toContain('after');
  expect([health.isSynced, works.isSynced]).toEqual([true, true]);
});

test('W2: a client first hears what it may do, then what the server has', async () => {
  await using network = new Network();
  const health = await network.join('health');
  expect(typesOf(health.received).slice(0, 3)).toEqual([
    [messageTypes.access, null],
    [messageTypes.epoch, null],
    [messageTypes.sync, syncMessageTypes.syncStep1],
  ]);
});

test('W3: the acknowledgement counts the content frames of this connection, the empty reply as the first', async () => {
  await using network = new Network();
  const health = await network.join('health');
  expect([health.contentFrames, health.committedFrames]).toEqual([1, 1]);
  health.type('a');
  health.type('b');
  await network.commit();
  expect(health.committedFrames).toBe(3);
  health.line?.cut();
  network.connect(health);
  await network.deliver();
  expect(health.committedFrames).toBe(1);
});

test('W4: a client is told its access before the first sync step and whenever it changes, and not when it does not', async () => {
  await using network = new Network();
  const health = await network.join('health', 'read');
  expect(health.access).toBe('read');
  await network.rooms.recheck(() => 'write');
  await network.rooms.recheck(() => 'write');
  await network.deliver();
  expect(health.access).toBe('write');
  expect(typesOf(health.received).filter(([type]) => type === messageTypes.access)).toHaveLength(2);
});

test('W5: a silent client hears something at least every 25 s', async () => {
  await using network = new Network();
  const health = await network.join('health');
  for (let silence = 0; silence < 4; silence++) {
    const heard = health.received.length;
    await network.clock.advance(25_000);
    await network.deliver();
    expect(health.received.length).toBeGreaterThan(heard);
  }
  expect(health.closedWith).toBeNull();
});

test('W6: the updates of one turn reach the others as one message, and never their own writer', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const works = await network.join('works');
  const reader = await network.join('reader', 'read');
  await network.commit();
  const heard = [health, works, reader].map((client) => client.received.length);
  const updates = (client: Client, from: number | undefined): number =>
    typesOf(client.received.slice(from)).filter(([, type]) => type === syncMessageTypes.update).length;
  health.type('a');
  health.type('b');
  works.type('c');
  await network.deliver();
  expect([updates(health, heard[0]), updates(works, heard[1]), updates(reader, heard[2])]).toEqual([1, 1, 1]);
  expect(reader.text).toBe(health.text);
  health.type('d');
  await network.deliver();
  expect(updates(health, heard[0])).toBe(1);
});

test('W7: nothing is broadcast to a client that has not asked for the content, so that it never holds half of a change', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const late = new Client('late');
  const line = network.connect(late);
  const [firstStep] = line.toServer.splice(0);
  health.type('Clinics');
  await network.deliver();
  expect(late.text).toBe('');
  expect(late.doc.store.pendingStructs).toBeNull();
  line.upload(firstStep!);
  await network.deliver();
  expect(late.text).toBe('Clinics');
});
