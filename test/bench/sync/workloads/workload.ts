// What a workload is to the bench, and the steps that several of them take.

import { setTimeout as wait } from 'node:timers/promises';
import type { Job, Target } from '../load/job.ts';
import type { Loads } from '../loads.ts';
import { type MeasuredServer, startMeasured } from '../measured-server.ts';
import { databaseMs, emptyPlace, type LogLocation } from '../places.ts';
import type { Plan, Timed } from '../plan.ts';
import { busyMs, monotonicMs, serverProcessor } from '../processor.ts';
import { type ServerName, traitsOf } from '../servers/names.ts';

/** Figures of one run by name; null where a server has no such thing. */
export type WorkloadFigures = Readonly<Record<string, number | null>>;

export interface Bench {
  readonly plan: Plan;
  /** Emptied by the bench. */
  readonly folder: string;
  /** Documents that were written once for several runs, by server and workload. */
  readonly written: Map<string, LogLocation>;
  /** Where servers leave a CPU profile; null for none. */
  readonly profileInto: string | null;
}

export interface Workload {
  readonly name: WorkloadName;
  readonly isFor: (server: ServerName) => boolean;
  readonly measure: (bench: Bench, server: ServerName) => Promise<WorkloadFigures>;
}

export const workloadNames = ['typing', 'saturation', 'idle', 'join', 'crash'] as const;
export type WorkloadName = (typeof workloadNames)[number];

export function emptyPlaceIn({ folder }: Bench, server: ServerName, documents: number): Promise<LogLocation> {
  return emptyPlace(folder, server, documents);
}

/** The place that `fill` wrote in an earlier run, or writes now. */
export async function writtenStorage(
  bench: Bench,
  { server, workload, documents }: { readonly server: ServerName; readonly workload: WorkloadName; readonly documents: number },
  fill: (server: MeasuredServer) => Promise<void>,
): Promise<LogLocation> {
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

/** A profiler costs its server some time when it starts: before the window. */
const profileStartMs = 1_000;

/** Milliseconds of processor time within a window, and shares of one processor, 0 to 1. */
export interface Used {
  readonly serverMs: number;
  /** ... of it in other threads than the main one. */
  readonly besideMs: number;
  /** Null where no PostgreSQL takes part. */
  readonly databaseMs: number | null;
  readonly serverShare: number;
  readonly loadShare: number;
  /** Of the servers' processor, by anything else. */
  readonly othersShare: number;
}

export interface Measured {
  readonly place: LogLocation;
  readonly server: MeasuredServer;
  readonly loads: Loads<Job['kind']>;
}

/** Waits until the load is ready, begins the window after the warm-up, and tells what was used until its end. */
export async function measureWindow(workload: WorkloadName, { warmUpMs, measureMs }: Timed, measured: Measured): Promise<Used> {
  await measured.loads.ready;
  const from = monotonicMs() + warmUpMs;
  measured.loads.begin({ from, until: from + measureMs });
  await wait(from - profileStartMs - monotonicMs());
  await measured.server.beginProfile();
  await wait(Math.max(0, from - monotonicMs()));
  const before = await usedSoFar(measured);
  await wait(from + measureMs - monotonicMs());
  const after = await usedSoFar(measured);
  await measured.server.endProfile(workload);
  const [ms, serverMs] = [after.at - before.at, after.server - before.server];
  return {
    serverMs,
    besideMs: after.beside - before.beside,
    databaseMs: after.database === null || before.database === null ? null : after.database - before.database,
    serverShare: serverMs / ms,
    loadShare: (after.load - before.load) / ms,
    othersShare: Math.max(0, (after.processor - before.processor - serverMs) / ms),
  };
}

async function usedSoFar({ place, server, loads }: Measured) {
  return {
    at: monotonicMs(),
    server: await server.processorMs(),
    beside: await server.besideMs(),
    load: await loads.processorMs(),
    processor: await busyMs(serverProcessor),
    database: await databaseMs(place),
  };
}

/** What a thousand edits cost. */
export function perThousand(ms: number | null, edits: number): number | null {
  return ms === null ? null : (ms / edits) * 1000;
}
