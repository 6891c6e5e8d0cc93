// Everything that Vitest runs: unit, endpoint and scenario tests.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, type RunProgram } from './run-program.ts';
import { noTests, sumOf, type Tally, tallyOfErrors, tallyOfVitest, type VitestReport, withExitCode } from './tally.ts';

/** Runs the tests that the arguments select (all for none); the report is left in `folder`. */
export async function runVitestTests(run: RunProgram, folder: string, args: readonly string[]): Promise<Tally> {
  console.log('\nUnit, endpoint and scenario tests');
  const [report, outside] = ['vitest.json', 'vitest-outside.json'].map((name) => join(folder, name)) as [string, string];
  const reporters = ['--reporter=default', '--reporter=json', '--reporter=./test/reporter/errors-outside.ts'];
  const options = [...reporters, `--outputFile.json=${report}`];
  const exitCode = await run('node_modules/vitest/vitest.mjs', ['run', ...options, ...args], { CHANCERY_ERRORS_OUTSIDE: outside });
  const tally = existsSync(report) ? tallyOfVitest(read<VitestReport>(report), repository) : noTests;
  const errors = existsSync(outside) ? tallyOfErrors(read<readonly string[]>(outside), 'Vitest') : noTests;
  return withExitCode(sumOf([tally, errors]), exitCode, 'Vitest');
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
