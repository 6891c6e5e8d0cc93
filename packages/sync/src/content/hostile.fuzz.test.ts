// Proves H rules together: mutated real messages and random bytes, while honest editors notice nothing.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { answer, Network } from '../testing/network.ts';
import { Client } from '../testing/client.ts';
import { Seeded } from '../testing/seeded.ts';

const seeds = Array.from({ length: Number(process.env['STORIES'] ?? 20) }, (_, index) => 20_260_701 + index);
const attacks = 100;

/** An attacker's document with every kind of content, whose real updates are the raw material. */
function materialOf(client: Client, random: Seeded): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc));
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const prose = doc.getXmlFragment('prose');
  const paragraph = new Y.XmlElement('paragraph');
  prose.insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText('a paragraph'), new Y.XmlElement('break')]);
  paragraph.setAttribute('align', 'start');
  const text = doc.getText('text');
  text.insert(random.below(text.length + 1), 'inserted 😀 ', { bold: true });
  text.format(0, 3, { link: { href: 'https://example.org' } });
  text.insertEmbed(0, { image: 'x' });
  doc.getMap('choices').set('q1', ['yes', { remark: 'n/a' }, 1.5, null]);
  if (text.length > 4) text.delete(random.below(text.length - 3), 3);
  updates.push(Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates));
  return updates;
}

function mutated(bytes: Uint8Array, random: Seeded): Uint8Array {
  const result = [...bytes];
  const changes = 1 + random.below(4);
  for (let change = 0; change < changes; change++) {
    const at = random.below(result.length + 1);
    const roll = random.below(5);
    if (roll === 0) result.splice(at, 1);
    else if (roll === 1) result.splice(at, 0, random.below(256));
    else if (roll === 2) result.splice(at, 0, ...result.slice(at, at + random.below(20)));
    else if (roll === 3) result.length = at;
    else result[Math.min(at, result.length - 1)] = random.below(256);
  }
  return Uint8Array.from(result);
}

function attack(attacker: Client, random: Seeded): void {
  const material = random.pick(materialOf(attacker, random));
  const roll = random.below(10);
  if (roll === 0) attacker.upload(Uint8Array.from({ length: random.below(60) }, () => random.below(256)));
  else if (roll === 1) attacker.upload(mutated(random.pick(attacker.received), random));
  else if (roll === 2) attacker.uploadUpdate(material);
  else attacker.uploadUpdate(mutated(material, random));
}

test.each(seeds)('H12: honest editors notice nothing of mutated updates and random bytes: seed %i', async (seed) => {
  const random = new Seeded(seed);
  await using network = new Network();
  const honest = [new Client('health'), new Client('works')];
  for (const client of honest) {
    client.show({});
    network.connect(client);
  }
  await network.commit();
  let attacker = await network.join('attacker');
  let refusals = 0;
  for (let round = 0; round < attacks; round++) {
    for (const client of honest) client.type('a word ', random.below(client.text.length + 1));
    attack(attacker, random);
    await network.deliver();
    if (attacker.line === null) {
      refusals += 1;
      attacker = await network.join('attacker', random.below(3) === 0 ? 'read' : 'write');
    }
  }
  await network.commit();

  expect(refusals).toBeGreaterThan(attacks / 10);
  expect([network.alarms, honest.map((client) => client.closedWith)]).toEqual([[], [null, null]]);
  for (const client of honest) expect([client.acknowledged.size, client.committedFrames]).toEqual([attacks, client.contentFrames]);
  const live = await network.rooms.read(answer, (doc) => Y.encodeStateAsUpdate(doc));
  const stored = await network.log.load(answer);
  const reloaded = new Y.Doc();
  for (const update of stored?.updates ?? []) Y.applyUpdate(reloaded, update);
  expect(reloaded.store.pendingStructs).toBeNull();
  for (const doc of [reloaded, ...honest.map((client) => client.doc)]) expect(contentOf(doc)).toEqual(contentOf(docOf(live)));
});

function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

function contentOf(doc: Y.Doc): unknown {
  return [
    doc.getText('text').toDelta(),
    doc.getXmlFragment('prose').toJSON(),
    doc.getMap('choices').toJSON(),
    Object.keys(doc.getMap('edits').toJSON()).length,
    Y.decodeStateVector(Y.encodeStateVector(doc)),
  ];
}
