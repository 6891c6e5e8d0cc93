// Owns the checks that read the sources without running them. Each counts as one test.

import type { RunProgram } from './run-program.ts';
import { oneFailed, onePassed, sumOf, type Tally } from './tally.ts';

interface Check {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

const checks: readonly Check[] = [
  { name: 'types', script: 'node_modules/typescript/bin/tsc', args: ['--project', '.', '--noEmit'] },
  { name: 'lint', script: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', script: 'node_modules/@biomejs/biome/bin/biome', args: ['format', '.'] },
  { name: 'unused code and dependencies', script: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
];

/** Types, lint, format and unused code; all of them, also after one has failed. */
export async function runChecks(run: RunProgram): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const { name, script, args } of checks) {
    console.log(`\nCheck: ${name}`);
    const isGood = (await run(script, args)) === 0;
    console.log(isGood ? `Check passed: ${name}` : `Check FAILED: ${name}`);
    tallies.push(isGood ? onePassed : oneFailed(name, 'npm run check'));
  }
  return sumOf(tallies);
}
