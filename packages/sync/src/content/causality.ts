// The causality of a decoded update: what of it is new to a document, and whether the document has all that it builds on.
// It works through Yjs's integration without applying anything, so that nothing is applied that would stay pending or throw (SPEC.md H6-H7).
import * as Y from 'yjs';
import type { DecodedUpdate, Struct } from './decoded-update.ts';
import { MalformedMessageError } from '../errors.ts';
import { TypeDepths } from './type-depths.ts';

export interface Examination {
  /** False when the update builds on content that neither it nor the document has. */
  readonly isComplete: boolean;
  /** Client ids under which the update adds content that the document does not have. */
  readonly addsUnder: ReadonlySet<number>;
  /** True when every struct of it is new to the document: it may go on to others as it came. */
  readonly isNew: boolean;
}

interface Played extends Examination {
  /** How far each client id comes under which something was added. */
  readonly clocks: Map<number, number>;
}

/** What the rules ask of a document: how far it knows each client id. */
type ClockOf = (client: number) => number;

interface Queue {
  readonly structs: Struct[];
  next: number;
}

/** A client's queue to work on until its clock has passed `until`. */
interface Task {
  readonly client: number;
  readonly until: number;
}

/** Compares an update with a document. Throws MalformedMessageError for what no Yjs client produces. */
export function examine(doc: Y.Doc, update: DecodedUpdate, typeDepth: number): Examination {
  const depths = TypeDepths.for(doc, update.structs, typeDepth);
  return play(
    update,
    (client) => Y.getState(doc.store, client),
    (struct) => depths?.enter(struct),
  );
}

/** The clocks of a document that is made of this update alone; null when it lacks something that it builds on. Throws MalformedMessageError for what no Yjs client produces. */
export function clocksOfWhole(update: DecodedUpdate): Map<number, number> | null {
  const { isComplete, clocks } = play(update, () => 0);
  return isComplete && !update.structs.some((struct) => struct instanceof Y.Skip) ? clocks : null;
}

function play(update: DecodedUpdate, known: ClockOf, enter: (struct: Struct) => void = () => {}): Played {
  const queues = queuesByClient(update.structs);
  const addsUnder = new Set<number>();
  const clocks = new Map<number, number>();
  let isNew = true;
  const clockOf: ClockOf = (client) => clocks.get(client) ?? known(client);
  const advance = (struct: Struct): void => {
    const end = struct.id.clock + struct.length;
    enter(struct);
    if (struct.id.clock < clockOf(struct.id.client)) isNew = false;
    if (end <= clockOf(struct.id.client)) return;
    clocks.set(struct.id.client, end);
    addsUnder.add(struct.id.client);
  };
  for (const client of queues.keys()) {
    if (!drain(queues, client, clockOf, advance)) return { isComplete: false, addsUnder, isNew, clocks };
  }
  return { isComplete: !deletesBeyond(update, clockOf), addsUnder, isNew, clocks };
}

function queuesByClient(structs: readonly Struct[]): Map<number, Queue> {
  const queues = new Map<number, Queue>();
  let previous: Struct | null = null;
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const queue = queues.get(client);
    if (previous === null || previous.id.client !== client) {
      // Of two sections for one client id Yjs would read only the last.
      if (queue !== undefined) throw new MalformedMessageError('one client id in two places');
      queues.set(client, { structs: [struct], next: 0 });
    } else {
      if (clock !== previous.id.clock + previous.length) throw new MalformedMessageError('clocks that do not follow each other');
      queue?.structs.push(struct);
    }
    previous = struct;
  }
  return queues;
}

/** Works through the queue of `client`, and through others as far as it depends on them; false when something is missing. */
function drain(queues: Map<number, Queue>, client: number, clockOf: ClockOf, advance: (struct: Struct) => void): boolean {
  const tasks: Task[] = [{ client, until: Number.POSITIVE_INFINITY }];
  const working = new Set([client]);
  for (let task = tasks.at(-1); task !== undefined; task = tasks.at(-1)) {
    const queue = queues.get(task.client);
    const struct = queue?.structs[queue.next];
    if (queue === undefined || struct === undefined || clockOf(task.client) > task.until) {
      if (clockOf(task.client) <= task.until && task.until !== Number.POSITIVE_INFINITY) return false;
      tasks.pop();
      working.delete(task.client);
      continue;
    }
    if (!(struct instanceof Y.Skip)) {
      if (struct.id.clock > clockOf(task.client)) return false;
      const dependency = missingDependency(struct, clockOf);
      if (dependency !== null) {
        if (working.has(dependency.client)) return false; // a circle
        tasks.push({ client: dependency.client, until: dependency.clock });
        working.add(dependency.client);
        continue;
      }
      advance(struct);
    }
    queue.next += 1;
  }
  return true;
}

function missingDependency(struct: Y.Item | Y.GC, clockOf: ClockOf): Y.ID | null {
  if (!(struct instanceof Y.Item)) return null;
  const parent: unknown = struct.parent; // as decoded: an id, the name of a root type, or null
  for (const dependency of [struct.origin, struct.rightOrigin, parent]) {
    if (!(dependency instanceof Y.ID)) continue;
    if (dependency.client === struct.id.client) {
      if (dependency.clock >= struct.id.clock) throw new MalformedMessageError('content that builds on itself');
    } else if (dependency.clock >= clockOf(dependency.client)) {
      return dependency;
    }
  }
  return null;
}

function deletesBeyond(update: DecodedUpdate, clockOf: ClockOf): boolean {
  for (const [client, ranges] of update.deletions) {
    if (ranges.some((range) => range.clock + range.len > clockOf(client))) return true;
  }
  return false;
}

/** True when the document already has every struct and every deletion of the update. */
export function isKnown(doc: Y.Doc, update: DecodedUpdate): boolean {
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Skip) && struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client)) return false;
  }
  for (const [client, ranges] of update.deletions) {
    if (!ranges.every((range) => isDeleted(doc, client, range))) return false;
  }
  return true;
}

function isDeleted(doc: Y.Doc, client: number, range: { readonly clock: number; readonly len: number }): boolean {
  const end = range.clock + range.len;
  if (end > Y.getState(doc.store, client)) return false;
  const structs = doc.store.clients.get(client) ?? [];
  if (range.len === 0) return true;
  for (let index = Y.findIndexSS(structs, range.clock); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= end) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
