// Proves what is installed for which command, and when nothing is, with a stand-in for pnpm that only notes how it was called.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const production = ['--prod', '--filter-prod', '@chancery/server...', '--filter-prod', '@chancery/web...'];

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'chancery-clone-'));
  for (const file of ['run.mjs', 'package.json', 'pnpm-lock.yaml']) cpSync(join(repository, file), join(clone, file));
  const { packageManager } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8')) as { packageManager: string };
  const [, version] = /^pnpm@([^+]+)/.exec(packageManager)!;
  write(`.tools/pnpm-${version}/bin/pnpm.cjs`, "require('node:fs').writeFileSync('installed.json', JSON.stringify(process.argv.slice(2)))");
  write('apps/server/src/chancery.ts', '');
  write('test/reporter/main.ts', '');
});
afterEach(() => rmSync(clone, { recursive: true }));

it('a command of the server installs what the server and the web client need, a test installs everything', () => {
  expect(installedBy('verify')).toEqual(expect.arrayContaining(['install', '--frozen-lockfile', ...production]));
  const forTests = installedBy('test');
  expect(forTests).toContain('--frozen-lockfile');
  expect(forTests).not.toContain('--prod');
});

it('nothing is installed again while what is installed suffices', () => {
  installedBy('verify');
  expect(installedBy('backup')).toBeNull();
  installedBy('test');
  expect(installedBy('test')).toBeNull();
  expect(installedBy('verify')).toBeNull();
});

it('a clone that had everything has everything of a new lockfile too', () => {
  installedBy('test');
  appendFileSync(join(clone, 'pnpm-lock.yaml'), '# changed\n');
  expect(installedBy('verify')).not.toContain('--prod');
});

it('an installation that was cut short is done again', () => {
  installedBy('verify');
  write('node_modules/.chancery/packages', 'everything');
  expect(installedBy('verify')).not.toBeNull();
});

/** Runs the command; what pnpm was called with, null when it was not called. */
function installedBy(command: string): readonly string[] | null {
  const noted = join(clone, 'installed.json');
  rmSync(noted, { force: true });
  const { status, stderr } = spawnSync(process.execPath, ['run.mjs', command], { cwd: clone, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return existsSync(noted) ? (JSON.parse(readFileSync(noted, 'utf8')) as string[]) : null;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(clone, file)), { recursive: true });
  writeFileSync(join(clone, file), text);
}
