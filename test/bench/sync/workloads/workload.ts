// Owns what a workload is to the bench, and the steps that several of them take.

import { setTimeout as wait } from 'node:timers/promises';
import type { Job, Target } from '../load/job.ts';
import type { Loads } from '../loads.ts';
import { type MeasuredServer, startMeasured } from '../measured-server.ts';
import { emptyPlace, type Place } from '../places.ts';
import type { Plan, Timed } from '../plan.ts';
import { monotonicMs } from '../processor.ts';
import { type ServerName, traitsOf } from '../servers/names.ts';

/** Figures of one run by name; null where a server has no such thing. */
export type Figures = Readonly<Record<string, number | null>>;

export interface Bench {
  readonly plan: Plan;
  /** Emptied by the bench. */
  readonly folder: string;
  /** Documents that were written once for several runs, by server and workload. */
  readonly written: Map<string, Place>;
  /** Where servers leave a CPU profile; null for none. */
  readonly profileInto: string | null;
}

export interface Workload {
  readonly name: WorkloadName;
  isFor(server: ServerName): boolean;
  measure(bench: Bench, server: ServerName): Promise<Figures>;
}

export const workloadNames = ['typing', 'saturation', 'idle', 'join', 'crash'] as const;
export type WorkloadName = (typeof workloadNames)[number];

export function emptyPlaceIn({ folder }: Bench, server: ServerName, documents: number): Promise<Place> {
  return emptyPlace(folder, server, documents);
}

/** The place that `fill` wrote in an earlier run, or writes now. */
export async function writtenPlace(
  bench: Bench,
  { server, workload, documents }: { readonly server: ServerName; readonly workload: WorkloadName; readonly documents: number },
  fill: (server: MeasuredServer) => Promise<void>,
): Promise<Place> {
  const key = `${workload} ${server}`;
  const known = bench.written.get(key);
  if (known !== undefined) return known;
  const place = await emptyPlaceIn(bench, server, documents);
  bench.written.set(key, place);
  await using writer = await startMeasured(server, place);
  await fill(writer);
  await writer.stop();
  return place;
}

export function targetOf(bench: Bench, server: MeasuredServer, documents: number): Target {
  const numbers = Array.from({ length: documents }, (_, index) => index);
  return { port: server.port, traits: traitsOf[server.name], documents: numbers, wordsInAll: bench.plan.wordsInAll };
}

export interface Used {
  /** Milliseconds of processor time of the server within the window. */
  readonly serverMs: number;
  /** Of one processor, 0 to 1. */
  readonly serverShare: number;
  readonly loadShare: number;
}

/** Waits until the load is ready, begins the window after the warm-up, and tells what was used until its end. */
export async function measureWindow(timed: Timed, server: MeasuredServer, loads: Loads<Job['kind']>): Promise<Used> {
  await loads.ready;
  const from = monotonicMs() + timed.warmUpMs;
  loads.begin({ from, until: from + timed.measureMs });
  await wait(from - monotonicMs());
  const [serverBefore, loadBefore, startedAt] = [await server.processorMs(), await loads.processorMs(), monotonicMs()];
  await wait(from + timed.measureMs - monotonicMs());
  const [serverMs, loadMs, ms] = [
    (await server.processorMs()) - serverBefore,
    (await loads.processorMs()) - loadBefore,
    monotonicMs() - startedAt,
  ];
  return { serverMs, serverShare: serverMs / ms, loadShare: loadMs / ms };
}
