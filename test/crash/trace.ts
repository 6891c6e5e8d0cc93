// A recorded editing session of several people at once, and the Yjs updates that each of them would have sent.
// The recordings are josephg/editing-traces (Joseph Gentle, CC BY 4.0); they lie beside the repository, not in it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';

/** `position` and `deleted` count UTF-16 code units of the text as it is after the parents of the transaction. */
type Patch = readonly [position: number, deleted: number, inserted: string];

interface Transaction {
  /** Indexes of the transactions that it was made on top of. */
  readonly parents: readonly number[];
  readonly agent: number;
  readonly patches: readonly Patch[];
}

export interface Trace {
  readonly numAgents: number;
  readonly txns: readonly Transaction[];
  readonly endContent: string;
}

/** What an author sends at once: transactions that follow each other, with nobody else's needed or built in between. */
export interface TraceStep {
  readonly update: Uint8Array;
  /** How many transactions of each author must be there before it, as `receivedIn` counts them. */
  readonly needs: readonly number[];
  /** How many transactions of its author are there after it. */
  readonly upTo: number;
}

const folder = process.env['TRACES_DIR'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Undefined where the recording is not on this machine. */
export function findTrace(name: string): Trace | undefined {
  const file = join(folder, `${name}.json.gz`);
  return existsSync(file) ? (JSON.parse(gunzipSync(readFileSync(file)).toString()) as Trace) : undefined;
}

export function textOf(doc: Y.Doc): Y.Text {
  return doc.getText('trace');
}

/** How many transactions of each author the document holds: every step says it beside its text. */
export function receivedIn(doc: Y.Doc, { numAgents }: Trace): readonly number[] {
  const received = doc.getMap<number>('received');
  return Array.from({ length: numAgents }, (_, agent) => received.get(String(agent)) ?? 0);
}

/** The steps of each author. They are of client ids of the rehearsal's own, as what was typed before a page was reloaded is. */
export function rehearse(trace: Trace): readonly (readonly TraceStep[])[] {
  // Of insertions at one place at the same time the recording has the lower author's first, and Yjs the lower client id's.
  const authors = Array.from({ length: trace.numAgents }, (_, agent) => new RehearsingAuthor(agent + 1));
  for (const { agent, needs, upTo, patches } of passagesOf(trace)) {
    const author = authors[agent];
    for (const [other, count] of needs.entries()) if (other !== agent) author?.receives(authors[other]?.steps ?? [], other, count);
    author?.makes(patches, { agent, needs, upTo });
  }
  return authors.map(({ steps }) => steps);
}

interface Passage {
  readonly agent: number;
  readonly needs: readonly number[];
  readonly patches: Patch[];
  upTo: number;
}

/** Consecutive transactions of one author, cut where another's comes in and where another builds on them; in an order that can be played. */
function passagesOf({ txns, numAgents }: Trace): readonly Passage[] {
  const isBuiltOn = new Set(txns.flatMap(({ parents, agent }) => parents.filter((parent) => txns[parent]?.agent !== agent)));
  const passages: Passage[] = [];
  const open = new Map<number, Passage>();
  const made = Array.from({ length: numAgents }, () => 0);
  const knownAfter: (readonly number[])[] = [];
  for (const [index, { parents, agent, patches }] of txns.entries()) {
    const needs = made.map((_, other) => Math.max(0, ...parents.map((parent) => knownAfter[parent]?.[other] ?? 0)));
    const upTo = (made[agent] ?? 0) + 1;
    if (needs[agent] !== upTo - 1) throw new Error(`transaction ${index} does not build on its author's previous one`);
    made[agent] = upTo;
    knownAfter.push(needs.with(agent, upTo));
    let passage = open.get(agent);
    if (passage === undefined || needs.some((count, other) => other !== agent && count !== passage?.needs[other])) {
      passage = { agent, needs, patches: [], upTo };
      passages.push(passage);
      open.set(agent, passage);
    }
    passage.patches.push(...patches);
    passage.upTo = upTo;
    if (isBuiltOn.has(index)) open.delete(agent);
  }
  return passages;
}

/** An author whose document holds exactly what the next transaction builds on. */
class RehearsingAuthor {
  readonly steps: TraceStep[] = [];
  readonly #doc = new Y.Doc();
  readonly #received = new Map<number, number>();

  constructor(clientId: number) {
    this.#doc.clientID = clientId;
  }

  /** Takes the steps of another author that bring the first `count` transactions. */
  receives(steps: readonly TraceStep[], other: number, count: number): void {
    let next = this.#received.get(other) ?? 0;
    for (let step = steps[next]; step !== undefined && step.upTo <= count; step = steps[next]) {
      Y.applyUpdate(this.#doc, step.update);
      next += 1;
    }
    this.#received.set(other, next);
    if ((steps[next - 1]?.upTo ?? 0) !== count) throw new Error(`a step ends between the first ${count} transactions and the next`);
  }

  makes(patches: readonly Patch[], { agent, needs, upTo }: Omit<Passage, 'patches'>): void {
    this.#doc.once('update', (update: Uint8Array) => this.steps.push({ update, needs, upTo }));
    this.#doc.transact(() => {
      const text = textOf(this.#doc);
      for (const [position, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(position, deleted);
        if (inserted !== '') text.insert(position, inserted);
      }
      this.#doc.getMap<number>('received').set(String(agent), upTo);
    });
  }
}
