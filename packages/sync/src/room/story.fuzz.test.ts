// Proves R and D rules together: random stories of typing, disconnects, crashes, failing logs, freezes and lost rights.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { answer } from '../testing/network.ts';
import { Story } from '../testing/story.ts';

const stories = Number(process.env['STORIES'] ?? 40);
const steps = 250;
const seeds = Array.from({ length: stories }, (_, index) => 20_260_101 + index);

const cases = seeds.flatMap((seed) => [
  { seed, servers: [], on: 'one server' },
  { seed: seed + 50_000_000, servers: ['east', 'west', 'north'].slice(0, 2 + (seed % 2)), on: 'several' },
]);

test.each(cases)(
  'D12: whatever goes wrong on $on, all converge, no acknowledged edit is lost, nothing of a reader appears: seed $seed',
  async ({ seed, servers }) => {
    await using story = new Story(seed, servers);
    for (let step = 0; step < steps; step++) await story.step();
    await story.heal();

    const { network, writers, everybody } = story;
    expect(story.wrongCloses).toEqual([]);
    const committed = await network.anywhere.read(answer, (doc) => ({
      text: doc.getText('text').toJSON(),
      edits: Object.keys(doc.getMap('edits').toJSON()),
    }));
    expect(everybody.map((client) => client.text)).toEqual(everybody.map(() => committed.text));
    const acknowledged = writers.flatMap((client) => [...client.acknowledged]);
    expect(acknowledged.filter((edit) => !committed.edits.includes(edit))).toEqual([]);
    expect(committed.edits.filter((edit) => edit.startsWith('reader'))).toEqual([]);

    const stored = await network.log.load(answer);
    const reloaded = new Y.Doc();
    for (const update of stored?.updates ?? []) Y.applyUpdate(reloaded, update);
    expect(reloaded.getText('text').toJSON()).toBe(committed.text);
    for (const client of writers) {
      const edit = client.type('!');
      await network.commit();
      expect(client.acknowledged).toContain(edit);
    }
  },
);
