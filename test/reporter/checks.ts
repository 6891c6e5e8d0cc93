// The checks that read the sources without running them. Each counts as one test.

import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { repository, type RunProgram } from './run-program.ts';
import { oneFailed, onePassed, sumOf, type Tally } from './tally.ts';

export interface SourceCheck {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  /** What shows the failure again, or mends it. */
  readonly command?: string;
}

const mendingCommand = 'npm run check -- --fix';

const biome = 'node_modules/@biomejs/biome/bin/biome';
const oxlint = 'node_modules/oxlint/bin/oxlint';

/** Each package by what it may see, then the root with the tests; only what changed is read again. */
export const types: SourceCheck = {
  name: 'types',
  script: 'node_modules/typescript/bin/tsc',
  args: ['--build', ...globSync('{packages,apps}/*/tsconfig.json', { cwd: repository }).map(dirname).toSorted(), '.'],
};
const knip = 'node_modules/knip/bin/knip.js';
const unusedCode: SourceCheck = { name: 'unused code and dependencies', script: knip, args: ['--no-progress'] };
/** Without the tests: code that only they would use does not count as used. */
const unusedInProduction: SourceCheck = {
  name: 'unused in production',
  script: knip,
  args: ['--no-progress', '--production', '--config', '.knip.production.json'],
};

/** In the order in which they run one after the other. */
export const allChecks: readonly SourceCheck[] = [types, lintOf([]), formatOf(['.']), unusedCode, unusedInProduction];

/** Of these files, or of all for none. */
export function lintOf(files: readonly string[]): SourceCheck {
  const args = ['--type-aware', '--deny-warnings', '--no-error-on-unmatched-pattern', ...files];
  return { name: 'lint', script: oxlint, args, command: mendingCommand };
}

export function formatOf(files: readonly string[]): SourceCheck {
  return { name: 'format', script: biome, args: ['format', '--no-errors-on-unmatched', ...files], command: mendingCommand };
}

/** What tools can mend by themselves in these files, or in all for none. */
export function mendingOf(files: readonly string[]): readonly SourceCheck[] {
  const code = files.filter(isCode);
  const lint = { name: 'lint, mended', script: oxlint, args: ['--type-aware', '--fix', '--quiet', ...code] };
  const format = { name: 'format, mended', script: biome, args: ['format', '--write', ...(files.length === 0 ? ['.'] : files)] };
  return files.length > 0 && code.length === 0 ? [format] : [lint, format];
}

/** True for a file that the linter reads. */
export function isCode(file: string): boolean {
  return /\.(tsx?|mjs)$/.test(file);
}

/** Types, lint, format and unused code, one after the other; all of them, also after one has failed. */
export async function runChecks(run: RunProgram): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const check of allChecks) tallies.push(await runCheck(check, run));
  return sumOf(tallies);
}

export async function runCheck({ name, script, args, command = 'npm run check' }: SourceCheck, run: RunProgram): Promise<Tally> {
  console.log(`\nCheck: ${name}`);
  const isGood = (await run(script, args)) === 0;
  console.log(isGood ? `Check passed: ${name}` : `Check FAILED: ${name}`);
  return isGood ? onePassed : oneFailed(name, command);
}
