// How figures are printed: one line a figure, in columns, and what is over its budget said once more below.

import { type Budget, type Figure, median, p99, percentile, type Unit, verdictOn } from './figure.ts';

/** A figure and the load of the machine (one minute's average) when it had been measured. */
export interface Row {
  readonly figure: Figure;
  readonly load: number;
}

const heads = ['Figure', 'Budget', 'Median', 'p99', 'Worst', 'Runs', 'Load', 'Verdict'] as const;

/** The table and, in its last line, the figures that are over budget. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const printed = lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [printed[0], rule, ...printed.slice(1), '', summaryOf(rows)].join('\n');
}

function cellsOf({ figure, load }: Row): readonly string[] {
  const { name, unit, samples, budget } = figure;
  const tail = p99(samples);
  return [
    name,
    budget === null ? '' : budgetInWords(budget, unit),
    inUnit(median(samples), unit),
    tail === null ? '' : inUnit(tail, unit),
    inUnit(percentile(samples, 1), unit),
    String(samples.length),
    load.toFixed(1),
    budget === null ? '' : verdictOn(figure),
  ];
}

function budgetInWords(budget: Budget, unit: Unit): string {
  return budget.p99 === null ? `<= ${budget.median} ${unit}` : `p50 <= ${budget.median}, p99 <= ${budget.p99} ${unit}`;
}

/** Three digits say all that a run on a shared machine can. */
function inUnit(value: number, unit: Unit): string {
  const digits = unit === 'scripts' || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

function summaryOf(rows: readonly Row[]): string {
  if (rows.length === 0) return 'Nothing was measured.';
  const over = rows.filter(({ figure }) => verdictOn(figure) === 'over').map(({ figure }) => figure.name);
  return over.length === 0 ? 'Everything measured is within its budget.' : `Over budget: ${over.join('; ')}.`;
}
