// Proves that what is fetched to prepare a clone is not run unless it is what the repository names.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));

let clone: string;
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'chancery-clone-'));
  for (const file of ['run.mjs', 'package.json', 'pnpm-lock.yaml']) cpSync(join(repository, file), join(clone, file));
});
afterAll(() => rmSync(clone, { recursive: true }));

it('a pnpm with another hash than package.json names stops the command before any of it is run', () => {
  // A registry that was tampered with, as npm would show it: `npm pack <package> --pack-destination <folder>`.
  mkdirSync(join(clone, 'bin'));
  const version = '$(echo "$2" | sed "s/.*@//")';
  const script = `#!/bin/sh\n[ "$1" = pack ] && echo evil > "$4/pnpm-${version}.tgz"\n`;
  writeFileSync(join(clone, 'bin', 'npm'), script, { mode: 0o755 });
  const PATH = [join(clone, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter);
  const { status, stderr } = spawnSync(process.execPath, ['run.mjs', 'serve'], { cwd: clone, env: { PATH }, encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringContaining('is not what this repository names')]);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(existsSync(join(clone, '.tools', 'arriving'))).toBe(false);
  expect(existsSync(join(clone, 'node_modules'))).toBe(false);
});
