// `npm test`: every check, every test and every browser journey, all of them counted also when one fails.
// `--only check|unit|browser` runs one part; what follows it goes to that part's runner.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBrowserJourneys } from './browser-journeys.ts';
import { runChecks } from './checks.ts';
import { type RunProgram, runAlone, runBeside } from './run-program.ts';
import { closingLines, sumOf, type Tally } from './tally.ts';
import { runVitestTests } from './vitest-tests.ts';

const parts = ['check', 'unit', 'browser'] as const;
type Part = (typeof parts)[number];

const [flag, only, ...rest] = process.argv.slice(2);
const chosen = parts.find((part) => part === only);

if (flag !== undefined && (flag !== '--only' || chosen === undefined)) {
  console.error(`npm test takes no argument but "--only ${parts.join('|')}" and, after it, arguments for that part's runner.`);
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'));
  process.exitCode = report(await (chosen === undefined ? runEverything(folder) : runPart(chosen, { run: runAlone, folder, args: rest })));
  rmSync(folder, { recursive: true, force: true });
}

interface Running {
  readonly run: RunProgram;
  readonly folder: string;
  readonly args: readonly string[];
}

function runPart(part: Part, { run, folder, args }: Running): Promise<Tally> {
  switch (part) {
    case 'check':
      return runChecks(run);
    case 'unit':
      return runVitestTests(run, folder, args);
    case 'browser':
      return runBrowserJourneys(run, folder, args);
  }
}

/** Two lanes, for two cores: one of them often waits, for the database or for a page. */
async function runEverything(folder: string): Promise<Tally> {
  const runs = (part: Part) => runPart(part, { run: runBeside(`${part.padEnd(7)} | `), folder, args: [] });
  const unit = runs('unit');
  const tallies = [await runs('check'), await runs('browser'), await unit];
  return sumOf(tallies);
}

/** Prints the closing lines; the exit code. In CI a skipped test is a failure: there, everything must run. */
function report(tally: Tally): number {
  const refusesSkips = process.env['CI'] === 'true' && tally.skipped.length > 0;
  console.log('');
  if (refusesSkips) console.log('Skipped tests are not accepted here, since CI=true.');
  for (const line of closingLines(tally)) console.log(line);
  return tally.failed.length > 0 || refusesSkips ? 1 : 0;
}
