// The workload of a crash: the server is killed while people type, and nobody comes back with what it had not kept.

import { setTimeout as wait } from 'node:timers/promises';
import type { TypedEdits } from '../load/job.ts';
import { carryOut, startLoads } from '../loads.ts';
import { startMeasured } from '../measured-server.ts';
import { monotonicMs } from '../processor.ts';
import { traitsOf } from '../servers/names.ts';
import { emptyPlaceIn, type WorkloadFigures, targetOf, type Workload } from './workload.ts';

/** Longer than the server lives. */
const typeForMs = 30_000;

export const crash: Workload = {
  name: 'crash',
  isFor: (server) => traitsOf[server].stores,
  measure: async (bench, name): Promise<WorkloadFigures> => {
    const { documents, editors, editsPerSecond, earliestMs, latestMs } = bench.plan.crash;
    await using place = await emptyPlaceIn(bench, name, documents);
    await using server = await startMeasured(name, place);
    await using loads = startLoads(1, { ...targetOf(bench, server, documents), kind: 'type', editors, editsPerSecond });
    await loads.ready;
    const startedAt = monotonicMs();
    loads.begin({ from: startedAt, until: startedAt + typeForMs });
    await wait(earliestMs + Math.random() * (latestMs - earliestMs));
    const killedAt = monotonicMs();
    await server.kill();
    const typed = (await loads.results).flatMap((result) => result.editors);

    await using successor = await startMeasured(name, place);
    const readings = await carryOut(1, { ...targetOf(bench, successor, documents), kind: 'read-back' });
    await successor.stop();
    const held = new Map(readings.flatMap((reading) => [...reading.documents]));
    const losses = typed.map((edits) => lossOf(edits, held.get(edits.document)?.get(edits.client) ?? 0, killedAt));
    return {
      'crash.acknowledged': traitsOf[name].confirmsBy === 'acknowledgement' ? sum(losses.map((loss) => loss.acknowledged)) : null,
      'crash.seen': sum(losses.map((loss) => loss.seen)),
      'crash.seenMs': Math.max(...losses.map((loss) => loss.seenMs)),
      'crash.seenOf': sum(typed.map(({ seen }) => seen)),
    };
  },
};

interface Loss {
  /** Edits. */
  readonly acknowledged: number;
  readonly seen: number;
  /** The age at the crash of the oldest edit that another editor had seen and that is lost. */
  readonly seenMs: number;
}

function lossOf(edits: TypedEdits, held: number, killedAt: number): Loss {
  const seen = Math.max(0, edits.seen - held);
  return {
    acknowledged: Math.max(0, edits.acknowledged - held),
    seen,
    seenMs: seen === 0 ? 0 : killedAt - (edits.sentAt[held] ?? killedAt),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
