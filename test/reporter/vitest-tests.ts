// Owns running and counting everything that Vitest runs: unit, endpoint and scenario tests.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import { noTests, type Tally, tallyOfVitest, type VitestReport, withExitCode } from './tally.ts';

/** Runs the tests that the arguments select (all for none); the report is left in `folder`. */
export async function runVitestTests(folder: string, args: readonly string[]): Promise<Tally> {
  console.log('\nUnit, endpoint and scenario tests');
  const report = join(folder, 'vitest.json');
  const options = ['--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runProgram('test/node_modules/vitest/vitest.mjs', ['run', ...options, ...args]);
  const tally = existsSync(report) ? tallyOfVitest(JSON.parse(readFileSync(report, 'utf8')) as VitestReport) : noTests;
  return withExitCode(tally, exitCode);
}
