// Owns `npm test`: every check, every test and every browser journey, all of them counted also when one fails.
// `--only check|unit|browser` runs one part; what follows it goes to that part's runner.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBrowserJourneys } from './browser-journeys.ts';
import { runChecks } from './checks.ts';
import { lineOf, sumOf, type Tally } from './tally.ts';
import { runVitestTests } from './vitest-tests.ts';

const parts = ['check', 'unit', 'browser'] as const;
type Part = (typeof parts)[number];

const [flag, only, ...rest] = process.argv.slice(2);
const chosen = parts.filter((part) => flag === undefined || part === only);

if (flag !== undefined && (flag !== '--only' || chosen.length === 0)) {
  console.error(`npm test takes no argument but "--only ${parts.join('|')}" and, after it, arguments for that part's runner.`);
  process.exitCode = 2;
} else {
  process.exitCode = report(await runParts(chosen, rest));
}

async function runParts(chosen: readonly Part[], args: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'));
  const run = {
    check: () => runChecks(),
    unit: () => runVitestTests(folder, args),
    browser: () => runBrowserJourneys(folder, args),
  };
  const tallies: Tally[] = [];
  for (const part of chosen) tallies.push(await run[part]());
  rmSync(folder, { recursive: true, force: true });
  return sumOf(tallies);
}

/** Prints the skipped tests and then the line; the exit code. In CI a skipped test is a failure: there, everything must run. */
function report(tally: Tally): number {
  const refusesSkips = process.env['CI'] === 'true' && tally.skipped.length > 0;
  console.log('');
  for (const title of tally.skipped) console.log(`Skipped: ${title}`);
  if (refusesSkips) console.log('Skipped tests are not accepted here, since CI=true.');
  console.log(lineOf(tally));
  return tally.failed > 0 || refusesSkips ? 1 : 0;
}
