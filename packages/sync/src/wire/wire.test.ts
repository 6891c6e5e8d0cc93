// Proves the rules of SPEC.md on the wire: W1-W7.
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import { messageTypes, syncMessageTypes } from '../close-codes.ts';
import { Desk } from '../testing/desk.ts';
import { Peer } from '../testing/peer.ts';

function typesOf(messages: readonly Uint8Array[]): readonly (readonly [number, number | null])[] {
  return messages.map((bytes) => {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    return [type, type === messageTypes.sync ? decoding.readVarUint(decoder) : null];
  });
}

test("W1: clients on y-protocols' own code meet in one text, with edits made before, during and after connecting", async () => {
  await using desk = new Desk();
  const [health, works] = [new Peer('health'), new Peer('works')];
  health.type('before ');
  desk.connect(health);
  health.type('during ');
  desk.connect(works);
  works.type('meanwhile ');
  await desk.deliver();
  health.type('after');
  works.erase(0, 2);
  await desk.commit();
  expect(works.text).toBe(health.text);
  expect(health.text).toContain('after');
  expect([health.isSynced, works.isSynced]).toEqual([true, true]);
});

test('W2: a client first hears what it may do, then what the server has', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  expect(typesOf(health.received).slice(0, 3)).toEqual([
    [messageTypes.access, null],
    [messageTypes.epoch, null],
    [messageTypes.sync, syncMessageTypes.syncStep1],
  ]);
});

test('W3: the acknowledgement counts the content frames of this connection, the empty reply as the first', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  expect([health.contentFrames, health.committedFrames]).toEqual([1, 1]);
  health.type('a');
  health.type('b');
  await desk.commit();
  expect(health.committedFrames).toBe(3);
  health.line?.cut();
  desk.connect(health);
  await desk.deliver();
  expect(health.committedFrames).toBe(1);
});

test('W4: a client is told its access before the first sync step and whenever it changes, and not when it does not', async () => {
  await using desk = new Desk();
  const health = await desk.join('health', 'read');
  expect(health.access).toBe('read');
  await desk.rooms.recheck(() => 'write');
  await desk.rooms.recheck(() => 'write');
  await desk.deliver();
  expect(health.access).toBe('write');
  expect(typesOf(health.received).filter(([type]) => type === messageTypes.access)).toHaveLength(2);
});

test('W5: a silent client hears something at least every 25 s', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  for (let silence = 0; silence < 4; silence++) {
    const heard = health.received.length;
    await desk.clock.advance(25_000);
    await desk.deliver();
    expect(health.received.length).toBeGreaterThan(heard);
  }
  expect(health.closedWith).toBeNull();
});

test('W6: the updates of one turn reach the others as one message, and never their own writer', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  const works = await desk.join('works');
  const reader = await desk.join('reader', 'read');
  await desk.commit();
  const heard = [health, works, reader].map((peer) => peer.received.length);
  const updates = (peer: Peer, from: number | undefined): number =>
    typesOf(peer.received.slice(from)).filter(([, type]) => type === syncMessageTypes.update).length;
  health.type('a');
  health.type('b');
  works.type('c');
  await desk.deliver();
  expect([updates(health, heard[0]), updates(works, heard[1]), updates(reader, heard[2])]).toEqual([1, 1, 1]);
  expect(reader.text).toBe(health.text);
  health.type('d');
  await desk.deliver();
  expect(updates(health, heard[0])).toBe(1);
});

test('W7: nothing is broadcast to a client that has not asked for the content, so that it never holds half of a change', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  const late = new Peer('late');
  const line = desk.connect(late);
  const [firstStep] = line.toServer.splice(0);
  health.type('Clinics');
  await desk.deliver();
  expect(late.text).toBe('');
  expect(late.doc.store.pendingStructs).toBeNull();
  line.upload(firstStep!);
  await desk.deliver();
  expect(late.text).toBe('Clinics');
});
