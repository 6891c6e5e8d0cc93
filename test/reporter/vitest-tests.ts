// Everything that Vitest runs: unit, endpoint and scenario tests.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, type RunProgram } from './run-program.ts';
import { noTests, type Tally, tallyOfVitest, type VitestReport, withExitCode } from './tally.ts';

/** Runs the tests that the arguments select (all for none); the report is left in `folder`. */
export async function runVitestTests(run: RunProgram, folder: string, args: readonly string[]): Promise<Tally> {
  console.log('\nUnit, endpoint and scenario tests');
  const report = join(folder, 'vitest.json');
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await run('node_modules/vitest/vitest.mjs', ['run', ...options, ...args]);
  const tally = existsSync(report) ? tallyOfVitest(JSON.parse(readFileSync(report, 'utf8')) as VitestReport, repository) : noTests;
  return withExitCode(tally, exitCode, 'Vitest');
}
