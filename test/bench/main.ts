// The command `npm run bench`: measures the parts that the arguments name (all for none), one after the other, and prints one table.
// A figure over its budget is said, and is no failure; a part that could not be measured is one. `sync` has a table of its own, and runs when it is named.

import { exchange } from './parts/exchange.ts';
import { javascriptSize } from './parts/javascript-size.ts';
import { keystroke } from './parts/keystroke.ts';
import { currentLoad, machineInWords } from './machine.ts';
import { memory } from './parts/memory.ts';
import { overview } from './parts/overview.ts';
import type { Part } from './parts/part.ts';
import { start } from './parts/start.ts';
import { compareEngines } from './sync/bench.ts';
import { type Row, tableOf } from './table.ts';

const parts: readonly Part[] = [start, javascriptSize, keystroke, overview, exchange, memory];

// What was started ends with this process: each server listens to its exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const names = process.argv.slice(2);
const unknown = names.filter((name) => !parts.some((part) => part.name === name));
if (names[0] === 'sync') {
  process.exitCode = await compareEngines(names.slice(1));
} else if (unknown.length > 0) {
  console.error(`There is no measurement "${unknown.join('", "')}". There are: ${[...parts.map(({ name }) => name), 'sync'].join(', ')}.`);
  process.exitCode = 2;
} else {
  process.exitCode = await measure(parts.filter(({ name }) => names.length === 0 || names.includes(name)));
}

async function measure(chosen: readonly Part[]): Promise<number> {
  console.log(`${machineInWords()}\n`);
  const rows: Row[] = [];
  let failures = 0;
  for (const part of chosen) {
    console.log(`Measuring ${part.name} ...`);
    try {
      const figures = await part.measure();
      rows.push(...figures.map((figure) => ({ figure, load: currentLoad() })));
    } catch (cause) {
      failures += 1;
      console.error(`Not measured: ${part.name}.`, cause);
    }
  }
  console.log(`\n${tableOf(rows)}\n\nWhat is counted\n${chosen.map(({ name, counted }) => `  ${name}: ${counted}`).join('\n')}`);
  return failures === 0 ? 0 : 1;
}
