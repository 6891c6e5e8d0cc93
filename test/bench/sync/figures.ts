// The figures of the table: what each is, and what ours must reach beside the rivals. It measures nothing.

import { median } from '../figure.ts';
import { type ours, peers, type ServerName } from './servers/names.ts';
import type { WorkloadFigures, WorkloadName } from './workloads/workload.ts';

type Requirement =
  /** At most (`less`) or at least (`more`) so many times what the better of the rivals reaches. */
  | { readonly kind: 'beside-peers'; readonly better: 'less' | 'more'; readonly times: number }
  | { readonly kind: 'at-most'; readonly max: number };

export interface Measure {
  readonly name: string;
  readonly workload: WorkloadName;
  readonly title: string;
  readonly unit: string;
  /** Null for a figure that explains others. */
  readonly must: Requirement | null;
}

/** One run of one workload on one server. */
export interface BenchRun {
  readonly server: ServerName;
  readonly figures: WorkloadFigures;
}

export type FigureVerdict = 'pass' | 'FAIL' | 'not known';

const atOrBelow: Requirement = { kind: 'beside-peers', better: 'less', times: 1 };
const cheaper: Requirement = { kind: 'beside-peers', better: 'less', times: 0.6 };
const muchLess: Requirement = { kind: 'beside-peers', better: 'less', times: 0.3 };
const above: Requirement = { kind: 'beside-peers', better: 'more', times: 1 };
const none: Requirement = { kind: 'at-most', max: 0 };

export const measures: readonly Measure[] = [
  { name: 'typing.p50', workload: 'typing', title: 'delivery, median', unit: 'ms', must: atOrBelow },
  { name: 'typing.p99', workload: 'typing', title: 'delivery, 99 of 100', unit: 'ms', must: atOrBelow },
  { name: 'typing.cpu', workload: 'typing', title: 'server CPU per 1,000 edits', unit: 'ms', must: cheaper },
  { name: 'typing.beside', workload: 'typing', title: '... beside the main thread', unit: 'ms', must: null },
  { name: 'typing.acknowledged', workload: 'typing', title: 'acknowledgement, 99 of 100', unit: 'ms', must: { kind: 'at-most', max: 40 } },
  { name: 'typing.delivered', workload: 'typing', title: 'deliveries of those due', unit: '%', must: null },
  { name: 'typing.database', workload: 'typing', title: "PostgreSQL's CPU per 1,000 edits", unit: 'ms', must: null },
  { name: 'typing.load', workload: 'typing', title: "the load's share of its processor", unit: '%', must: null },
  { name: 'typing.others', workload: 'typing', title: "others on the server's processor", unit: '%', must: null },
  { name: 'saturation.cpu', workload: 'saturation', title: 'server CPU per 1,000 edits', unit: 'ms', must: cheaper },
  { name: 'saturation.beside', workload: 'saturation', title: '... beside the main thread', unit: 'ms', must: null },
  { name: 'saturation.rate', workload: 'saturation', title: 'edits a second', unit: '', must: above },
  { name: 'saturation.database', workload: 'saturation', title: "PostgreSQL's CPU per 1,000 edits", unit: 'ms', must: null },
  { name: 'saturation.server', workload: 'saturation', title: "the server's share of its processor", unit: '%', must: null },
  { name: 'saturation.load', workload: 'saturation', title: "the load's share of its processor", unit: '%', must: null },
  { name: 'saturation.others', workload: 'saturation', title: "others on the server's processor", unit: '%', must: null },
  { name: 'idle.document.heap', workload: 'idle', title: 'a document, used', unit: 'KB', must: atOrBelow },
  { name: 'idle.connection.heap', workload: 'idle', title: 'a connection, used', unit: 'KB', must: atOrBelow },
  { name: 'idle.document.resident', workload: 'idle', title: 'a document, resident', unit: 'KB', must: null },
  { name: 'idle.connection.resident', workload: 'idle', title: 'a connection, resident', unit: 'KB', must: null },
  { name: 'join.seconds', workload: 'join', title: 'until all hold the text', unit: 's', must: muchLess },
  { name: 'join.cpu', workload: 'join', title: 'server CPU until then', unit: 'ms', must: muchLess },
  { name: 'join.load', workload: 'join', title: "the load's share of its processor", unit: '%', must: null },
  { name: 'crash.acknowledged', workload: 'crash', title: 'acknowledged and lost', unit: 'edits', must: none },
  { name: 'crash.seenMs', workload: 'crash', title: 'seen by a peer and lost', unit: 'ms', must: { kind: 'at-most', max: 50 } },
  { name: 'crash.seen', workload: 'crash', title: '... in edits', unit: 'edits', must: null },
  { name: 'crash.seenOf', workload: 'crash', title: '... of those seen', unit: 'edits', must: null },
];

/** What the runs of one server come to: their median, after a crash the worst. Null where it has no such figure. */
export function valueOf({ name, workload }: Measure, server: ServerName, runs: readonly BenchRun[]): number | null {
  const samples = runs.flatMap((run) => (run.server === server ? (run.figures[name] ?? []) : []));
  if (samples.length === 0) return null;
  return workload === 'crash' ? Math.max(...samples) : median(samples);
}

/** What the measure must be at the most or at the least; null where no rival was measured. */
export function boundOf(measure: Measure, runs: readonly BenchRun[]): number | null {
  const { must } = measure;
  if (must === null) return null;
  if (must.kind === 'at-most') return must.max;
  const reached = peers.flatMap((peer) => valueOf(measure, peer, runs) ?? []);
  if (reached.length === 0) return null;
  return must.times * (must.better === 'less' ? Math.min(...reached) : Math.max(...reached));
}

/** Null where nothing is asked. */
export function verdictOn(measure: Measure, server: (typeof ours)[number], runs: readonly BenchRun[]): FigureVerdict | null {
  if (measure.must === null) return null;
  const [value, bound] = [valueOf(measure, server, runs), boundOf(measure, runs)];
  if (value === null || bound === null) return 'not known';
  const isMore = measure.must.kind === 'beside-peers' && measure.must.better === 'more';
  return (isMore ? value > bound : value <= bound) ? 'pass' : 'FAIL';
}
