// Proves how little of a document is kept: SPEC.md L5.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentOf, logOf } from '../testing/typists.ts';
import { Seeded } from '../testing/seeded.ts';
import { compact, type LoggedUpdate } from './index.ts';

/** Two people typing into one text for weeks; lies beside the repository where it is there. */
const trace = fileURLToPath(new URL('../../../../../shared/data/friendsforever.json.gz', import.meta.url));
const words = 'the ministry of health publishes its open data under a licence that lets anybody use it for any purpose '.split(' ');

function logged(bytes: Uint8Array, person: string, at: number, sequence: number): LoggedUpdate {
  return { bytes, author: { person, agency: `agency of ${person}` }, at, sequence };
}

/** Edits of one text, each by one of so many people. */
function edited(people: number, edits: number, edit: (text: Y.Text, random: Seeded) => void): LoggedUpdate[] {
  const random = new Seeded(people + edits);
  const docs = Array.from({ length: people }, () => new Y.Doc());
  const updates: LoggedUpdate[] = [];
  for (let number = 1; number <= edits; number += 1) {
    const turn = random.below(people);
    const doc = docs[turn];
    doc?.once('update', (bytes: Uint8Array) => updates.push(logged(bytes, `person ${turn}`, number * 3_000, number)));
    if (doc !== undefined) edit(doc.getText('prose'), random);
    for (const other of docs) if (other !== doc) Y.applyUpdate(other, updates.at(-1)?.bytes ?? new Uint8Array([0, 0]));
  }
  return updates;
}

interface Transaction {
  readonly parents: readonly number[];
  readonly agent: number;
  readonly time?: string;
  readonly patches: readonly (readonly [number, number, string])[];
}

function replayed(): LoggedUpdate[] {
  const { txns, numAgents } = JSON.parse(gunzipSync(readFileSync(trace)).toString()) as { txns: Transaction[]; numAgents: number };
  const docs = Array.from({ length: numAgents }, () => ({ doc: new Y.Doc(), seen: new Set<number>() }));
  const updates: LoggedUpdate[] = [];
  for (const [index, { parents, agent, patches }] of txns.entries()) {
    const at = docs[agent];
    if (at === undefined) throw new Error('an agent beyond their number');
    const missing: number[] = [];
    const ask = [...parents];
    for (let parent = ask.pop(); parent !== undefined; parent = ask.pop()) {
      if (at.seen.has(parent)) continue;
      at.seen.add(parent);
      missing.push(parent);
      ask.push(...(txns[parent]?.parents ?? []));
    }
    at.doc.transact(() => {
      for (const known of missing.toSorted((a, b) => a - b)) Y.applyUpdate(at.doc, updates[known]?.bytes ?? new Uint8Array([0, 0]));
    });
    at.seen.add(index);
    let made: Uint8Array = new Uint8Array([0, 0]);
    at.doc.once('update', (bytes: Uint8Array) => (made = bytes));
    at.doc.transact(() => {
      const text = at.doc.getText('prose');
      for (const [at, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(at, deleted);
        if (inserted !== '') text.insert(at, inserted);
      }
    });
    updates.push(logged(made, `agent ${agent}`, 1_600_000_000_000 + index * 4_000, index + 1));
  }
  return updates;
}

const kinds: readonly (readonly [string, () => readonly LoggedUpdate[]])[] = [
  [
    'one person who types from beginning to end',
    () => edited(1, 1_500, (text, random) => text.insert(text.length, `${random.pick(words)} `)),
  ],
  [
    'one person who types letter by letter',
    () => edited(1, 4_000, (text) => text.insert(text.length, (words[text.length % words.length] ?? '').charAt(0) || ' ')),
  ],
  [
    'twelve people who type anywhere',
    () => edited(12, 1_500, (text, random) => text.insert(random.below(text.length + 1), `${random.pick(words)} `)),
  ],
  [
    'single letters in random places by eight people',
    () => edited(8, 3_000, (text, random) => text.insert(random.below(text.length + 1), random.pick(words).charAt(0) || ' ')),
  ],
  [
    'as much deleted as written',
    () =>
      edited(4, 2_000, (text, random) => {
        if (random.below(2) === 0 && text.length > 8) text.delete(random.below(text.length - 8), 1 + random.below(8));
        else text.insert(random.below(text.length + 1), random.pick(words));
      }),
  ],
  ['paragraphs, formats and choices', () => logOf(3, 1_500, 6).updates],
  ['an answer that holds only its initial content', () => logOf(3, 0).updates],
  ...(existsSync(trace) ? [['a real session of two people', replayed] as const] : []),
];

test.each(kinds)('L5: a compacted document takes at most 1.2 times its v2 encoding: %s', (kind, make) => {
  const updates = make();
  const { snapshot, attribution } = compact({ before: null, updates });
  const doc = documentOf(updates);
  const v2 = Y.encodeStateAsUpdateV2(doc).length;
  const [stored, authors] = [deflateRawSync(snapshot).length, deflateRawSync(attribution).length];
  const logSize = updates.reduce((sum, { bytes }) => sum + bytes.length, 0);
  console.log(
    `${kind}: log ${logSize}, v2 ${v2}, stored ${stored} (${(stored / v2).toFixed(2)}), attribution ${authors} (${attribution.length} before)`,
  );
  expect(stored).toBeLessThanOrEqual(v2 * 1.2);
});
