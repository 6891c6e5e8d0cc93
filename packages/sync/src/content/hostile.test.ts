// Proves the rules of SPEC.md on hostile bytes: H1-H13.
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { messageTypes } from '../close-codes.ts';
import { FullDocumentError } from '../errors.ts';
import { answer, Network } from '../testing/network.ts';
import { message, Client } from '../testing/client.ts';

/** What a foreign document emits for a change. */
function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

async function closedAfter(network: Network, update: Uint8Array): Promise<number | null> {
  const attacker = await network.join('attacker');
  attacker.uploadUpdate(update);
  await network.commit();
  return attacker.closedWith;
}

test('H1: a message that is too large is not looked at', async () => {
  await using network = new Network({ messageBytes: 1_000 });
  expect(await closedAfter(network, new Uint8Array(1_001))).toBe(4413);
});

test('H2: a session that sends too many messages in too short a time is closed', async () => {
  await using network = new Network({ messagesPerSecond: 10, messageBurst: 20 });
  const steady = await network.join('steady');
  for (let second = 0; second < 30; second++) {
    for (let edit = 0; edit < 9; edit++) steady.type('x');
    await network.deliver();
    await network.clock.advance(1_000);
  }
  expect(steady.closedWith).toBeNull();
  for (let edit = 0; edit < 30; edit++) steady.type('x');
  await network.deliver();
  expect(steady.closedWith).toBe(4429);
});

test('H2: a session that asks for the whole text again and again is closed, and nobody waits for it', async () => {
  await using network = new Network();
  const [honest, greedy] = [await network.join('honest'), await network.join('greedy')];
  for (let time = 0; time < 10; time++) greedy.upload(new Uint8Array([0, 0, 3, 1, 5, 0]));
  await network.deliver();
  expect(greedy.closedWith).toBe(4429);
  expect(honest.closedWith).toBeNull();
});

test.each([
  ['nothing', new Uint8Array()],
  ['a type that no client sends', new Uint8Array([4, 1])],
  ['a sync message of an unknown type', new Uint8Array([0, 9, 0])],
  ['a length beyond the message', new Uint8Array([0, 2, 200, 1, 0])],
  ['bytes after the message', new Uint8Array([3, 0])],
  ['an update that is none', new Uint8Array([0, 2, 3, 250, 250, 250])],
  ['awareness that is none', new Uint8Array([1, 2, 9, 9])],
  ['awareness that is not JSON', message(messageTypes.awareness, (encoder) => encoding.writeVarUint8Array(encoder, awareness('{')))],
  ['awareness that is no object', message(messageTypes.awareness, (encoder) => encoding.writeVarUint8Array(encoder, awareness('7')))],
])('H3: a malformed message closes its session alone: %s', async (_name, bytes) => {
  await using network = new Network();
  const health = await network.join('health');
  const attacker = await network.join('attacker');
  attacker.upload(bytes);
  health.type('Clinics');
  await network.commit();
  expect(attacker.closedWith).toBe(4400);
  expect([health.closedWith, health.acknowledged.size, network.alarms]).toEqual([null, 1, []]);
});

function awareness(state: string): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 77, 1]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, state);
  return encoding.toUint8Array(encoder);
}

/** An update of one section of structs, with a second and empty section for the same client id behind it. */
function withEmptySection(update: Uint8Array, client: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 2);
  encoding.writeUint8Array(encoder, update.subarray(1, update.length - 1));
  for (const number of [0, client, 0, 0]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

test('H4: content that Yjs would merge but not apply cannot hide in the log until a restart', async () => {
  await using network = new Network();
  const attacker = await network.join('attacker');
  const hidden = new Y.Doc();
  hidden.getText('text').insert(0, 'not what was cleared');
  attacker.uploadUpdate(withEmptySection(Y.encodeStateAsUpdate(hidden), hidden.clientID));
  await network.commit();
  const honest = await network.join('honest');
  honest.type('Clinics');
  await network.commit();
  await network.crash();
  expect(attacker.closedWith).toBe(4400);
  expect(await network.rooms.read(answer, (doc) => doc.getText('text').toJSON())).toBe('Clinics');
});

test('H4: an update that deletes one range again and again is malformed, since Yjs would walk through it each time', async () => {
  await using network = new Network();
  const attacker = await network.join('attacker');
  attacker.type('Clinics');
  await network.commit();
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, attacker.doc.clientID, 2, 0, 4, 2, 4]) encoding.writeVarUint(encoder, number);
  attacker.uploadUpdate(encoding.toUint8Array(encoder));
  await network.deliver();
  expect(attacker.closedWith).toBe(4400);
});

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

test.each([
  ['a subdocument', (doc: Y.Doc) => doc.getMap('map').set('key', new Y.Doc())],
  ['binary', (doc: Y.Doc) => doc.getMap('map').set('key', new Uint8Array([1]))],
  ['binary inside a value', (doc: Y.Doc) => doc.getMap('map').set('key', [new Uint8Array([1])])],
  ['a big integer', (doc: Y.Doc) => doc.getMap('map').set('key', 1n)],
  ['JSON that is nested too deep', (doc: Y.Doc) => doc.getMap('map').set('key', nested(40))],
  ['an embed that is nested too deep', (doc: Y.Doc) => doc.getText('text').insertEmbed(0, { deep: nested(40) })],
  ['a format that is nested too deep', (doc: Y.Doc) => doc.getText('text').insert(0, 'x', { deep: nested(40) })],
])('H4: content of a kind that is not allowed is malformed: %s', async (_name, change) => {
  await using network = new Network();
  expect(await closedAfter(network, updateOf(change))).toBe(4400);
  expect(network.log.appended).toHaveLength(0);
});

test('H4: structs, client ids and claimed length of one update are limited', async () => {
  await using network = new Network({ updateStructs: 20, updateClients: 3, updateLength: 1_000 });
  const many = updateOf((doc) => {
    for (let index = 0; index < 30; index++) doc.getText('text').insert(0, 'x');
  });
  const clients = Y.mergeUpdates(Array.from({ length: 4 }, () => updateOf((doc) => doc.getText('text').insert(0, 'x'))));
  const claimed = encoding.createEncoder();
  for (const number of [1, 1, 5, 0, 0, 1_000_000, 0]) encoding.writeVarUint(claimed, number); // one collected struct of a million
  for (const update of [many, clients, encoding.toUint8Array(claimed)]) expect(await closedAfter(network, update)).toBe(4400);
});

test('H5: types may not be nested deeper than typeDepth, in one update or in many', async () => {
  await using network = new Network({ typeDepth: 10 });
  const deepen = (doc: Y.Doc, levels: number): void => {
    let type: Y.XmlFragment = doc.getXmlFragment('prose');
    while (type.length > 0) type = type.get(0) as Y.XmlElement;
    for (let level = 0; level < levels; level++) {
      const inner = new Y.XmlElement('p');
      type.insert(0, [inner]);
      type = inner;
    }
  };
  expect(
    await closedAfter(
      network,
      updateOf((doc) => deepen(doc, 11)),
    ),
  ).toBe(4400);
  const patient = await network.join('patient');
  for (let level = 0; level < 10; level++) deepen(patient.doc, 1);
  await network.commit();
  expect(patient.closedWith).toBeNull();
  deepen(patient.doc, 1);
  await network.commit();
  expect(patient.closedWith).toBe(4400);
});

test('H6: content or deletions that build on what neither they nor the document have are malformed', async () => {
  await using network = new Network();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('text').insert(0, 'one');
  doc.getText('text').insert(3, 'two');
  doc.getText('text').delete(0, 1);
  for (const update of updates.slice(1)) expect(await closedAfter(network, update)).toBe(4400);
  await network.rooms.read(answer, ({ store }) =>
    expect([store.pendingStructs, store.pendingDs, store.clients.size]).toEqual([null, null, 0]),
  );
});

test('H2: a session that sends more bytes than its allowance is closed', async () => {
  await using network = new Network({ byteBurst: 1_000, bytesPerSecond: 100 });
  const [health, flooder] = [await network.join('health'), await network.join('flooder')];
  for (let turn = 0; turn < 10; turn++) {
    flooder.type('x'.repeat(200));
    flooder.erase(0, 200);
    health.type('x');
    await network.commit();
  }
  expect([flooder.closedWith, health.closedWith]).toEqual([4429, null]);
});

test('H7: an update that Yjs throws on half way leaves the document and the others as they were', async () => {
  await using network = new Network();
  const health = await network.join('health');
  health.type('Clinics');
  await network.commit();
  // The first half of the string is collected in the document, the update has it as text: Yjs throws when it joins the two.
  const collected = encoding.createEncoder();
  for (const number of [1, 1, 5, 0, 0, 3, 0]) encoding.writeVarUint(collected, number);
  const joined = encoding.createEncoder();
  for (const number of [1, 1, 5, 0, 4, 1]) encoding.writeVarUint(joined, number);
  encoding.writeVarString(joined, 'text');
  encoding.writeVarString(joined, 'abcdef');
  encoding.writeVarUint(joined, 0);
  expect(await closedAfter(network, encoding.toUint8Array(collected))).toBeNull();
  expect(() => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, encoding.toUint8Array(collected));
    Y.applyUpdate(doc, encoding.toUint8Array(joined));
  }).toThrow('origin');
  expect(await closedAfter(network, encoding.toUint8Array(joined))).toBe(4400);
  health.type(' and wells');
  const works = await network.join('works');
  await network.commit();
  expect([works.text, health.closedWith]).toEqual(['Clinics and wells', null]);
});

test('H8: a client that does not read is closed, to come again, instead of buffered without end', async () => {
  await using network = new Network({ bufferedBytes: 1_000 });
  const health = await network.join('health');
  const slow = await network.join('slow');
  slow.line!.bufferedBytes = 1_001;
  health.type('Clinics');
  await network.deliver();
  expect(slow.closedWith).toBe(4508);
  expect(health.closedWith).toBeNull();
});

test('H9: what is said before the document is loaded is limited', async () => {
  await using network = new Network({ waitingBytes: 500 });
  const health = new Client('health');
  const line = network.connect(health);
  for (let edit = 0; edit < 10; edit++) health.type('x'.repeat(100));
  while (line.toServer.length > 0) line.stepToServer();
  await network.deliver();
  expect(health.closedWith).toBe(4413);
});

test('H10: a document that is full takes no more content', async () => {
  await using network = new Network({ documentBytes: 2_000 });
  const health = await network.join('health');
  health.type('x'.repeat(3_000));
  await network.commit();
  expect(health.closedWith).toBeNull();
  health.type('x');
  await network.commit();
  expect(health.closedWith).toBe(4413);
});

test('H10: what a full document holds can be deleted, and then there is room again', async () => {
  await using network = new Network({ documentBytes: 2_000 });
  const health = await network.join('health');
  health.type('x'.repeat(3_000));
  await network.commit();
  health.doc.getText('text').delete(0, 2_990);
  await network.commit();
  expect(health.closedWith).toBeNull();
  expect(await network.rooms.read(answer, (doc) => doc.getText('text').length)).toBe(10);
  health.type('y'.repeat(500));
  await network.commit();
  expect(health.closedWith).toBeNull();
  expect(await network.rooms.read(answer, (doc) => doc.getText('text').length)).toBe(510);
});

test('H10: an edit of the server finds room where much was deleted before', async () => {
  await using network = new Network({ documentBytes: 2_000 });
  const edit = (change: (text: Y.Text) => void) => network.rooms.edit(answer, null, (doc) => change(doc.getText('text')));
  for (let round = 0; round < 5; round++) {
    const edited = [edit((text) => text.insert(0, 'x'.repeat(900))), edit((text) => text.delete(0, 900))];
    await network.commit();
    await Promise.all(edited);
  }
});

test('H10: an edit of the server for which there is no room is rejected, and leaves nothing', async () => {
  await using network = new Network({ documentBytes: 2_000 });
  const health = await network.join('health');
  health.type('Clinics');
  await network.commit();
  const edit = (change: (text: Y.Text) => void) => network.rooms.edit(answer, null, (doc) => change(doc.getText('text')));
  await expect(edit((text) => text.insert(0, 'x'.repeat(3_000)))).rejects.toThrow(FullDocumentError);
  const edited = edit((text) => text.insert(0, 'Two '));
  await network.commit();
  await edited;
  expect(health.text).toBe('Two Clinics');
});

test('H13: new content under more client ids than one client brings is malformed, and a document has no more of them than it may', async () => {
  const from = (clients: number) =>
    Y.mergeUpdates(Array.from({ length: clients }, () => updateOf((doc) => doc.getText('text').insert(0, 'x'))));
  await using network = new Network({ newClients: 3, documentClients: 5 });
  expect(await closedAfter(network, from(4))).toBe(4400);
  const patient = await network.join('patient');
  for (let round = 0; round < 5; round += 1) {
    patient.uploadUpdate(from(1));
    await network.commit();
  }
  expect(patient.closedWith).toBeNull();
  patient.uploadUpdate(from(1));
  await network.commit();
  expect(patient.closedWith).toBe(4413);
});

test('H11: a socket that throws is closed and does not keep a message from the others', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const broken = await network.join('broken');
  const works = await network.join('works');
  broken.line!.send = () => {
    throw new Error('the socket is broken');
  };
  health.type('Clinics');
  await network.deliver();
  expect(works.text).toBe('Clinics');
  expect(broken.closedWith).toBe(1011);
});
