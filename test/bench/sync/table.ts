// How the comparison is printed: a line a figure, a column a server, as plain text and as Markdown.

import { boundOf, type Measure, measures, type BenchRun, valueOf, verdictOn } from './figures.ts';
import { ours, type ServerName, serverNames } from './servers/names.ts';
import { workloadNames } from './workloads/workload.ts';

const columnOf: Readonly<Record<ServerName, string>> = {
  'ours-sqlite': 'ours, SQLite',
  'ours-postgres': 'ours, PostgreSQL',
  hocuspocus: 'Hocuspocus 4.7',
  'y-websocket': 'y-websocket 2.1',
  relay: 'relay',
};
const heads = ['Workload', 'Figure', 'Must', ...serverNames.map((name) => columnOf[name]), 'Reached: SQLite', 'PostgreSQL'];

export function asText(runs: readonly BenchRun[]): string {
  const lines = [heads, ...linesOf(runs)];
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const printed = lines.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [printed[0], rule, ...printed.slice(1)].map((line) => line?.trimEnd()).join('\n');
}

export function asMarkdown(runs: readonly BenchRun[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...linesOf(runs).map(line)].join('\n');
}

/** What was not reached, one sentence. */
export function summaryOf(runs: readonly BenchRun[]): string {
  const missed = ours.flatMap((server) =>
    measures
      .filter((measure) => verdictOn(measure, server, runs) === 'FAIL')
      .map((measure) => `${measure.workload}: ${measure.title} (${columnOf[server]})`),
  );
  return missed.length === 0 ? 'Everything measured is reached.' : `Not reached: ${missed.join('; ')}.`;
}

function linesOf(runs: readonly BenchRun[]): readonly (readonly string[])[] {
  return workloadNames.flatMap((workload) =>
    measures
      .filter((measure) => measure.workload === workload && serverNames.some((server) => valueOf(measure, server, runs) !== null))
      .map((measure, index) => [index === 0 ? workload : '', ...cellsOf(measure, runs)]),
  );
}

function cellsOf(measure: Measure, runs: readonly BenchRun[]): readonly string[] {
  const values = serverNames.map((server) => inUnit(valueOf(measure, server, runs), measure.unit));
  const verdicts = ours.map((server) => (valueOf(measure, server, runs) === null ? '' : (verdictOn(measure, server, runs) ?? '')));
  return [measure.title, mustInWords(measure, runs), ...values, ...verdicts];
}

function mustInWords(measure: Measure, runs: readonly BenchRun[]): string {
  const bound = boundOf(measure, runs);
  if (measure.must === null || bound === null) return '';
  const isMore = measure.must.kind === 'beside-peers' && measure.must.better === 'more';
  return `${isMore ? '>' : '<='} ${inUnit(bound, measure.unit)}`;
}

/** Three digits say all that a run can. */
function inUnit(value: number | null, unit: string): string {
  if (value === null) return '-';
  if (unit === '%') return `${Math.round(value * 100)} %`;
  const digits = unit === 'edits' || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' ? number : `${number} ${unit}`;
}
