// Two hundred files of every making, the hostile ones too: each is read or refused, in ten seconds and 300 MB.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { oddBodies } from './testing/files/bodies.ts';
import { foreignKinds } from './testing/files/kinds.ts';
import { packagesOfParts } from './testing/files/packages.ts';
import type { Sample } from './testing/files/sample.ts';
import { xmls } from './testing/files/xml.ts';
import { zips } from './testing/files/zips.ts';

const reader = fileURLToPath(new URL('./testing/files/reader.ts', import.meta.url));
const samples = [...foreignKinds, ...zips, ...xmls, ...packagesOfParts, ...oddBodies];

interface Read {
  readonly outcome: string;
  /** Of the processor's time: the machine may do other things beside. */
  readonly ms: number;
  /** The most that the process has held so far. */
  readonly megabytes: number;
}

/** What became of each, in a process of its own. */
async function readAll(files: readonly Sample[]): Promise<readonly Read[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-files-'));
  try {
    for (const [index, it] of files.entries()) writeFileSync(join(folder, `${String(index).padStart(4, '0')}.docx`), it.bytes());
    const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=150', '--max-semi-space-size=8', reader, folder]);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Read);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('there are more than 180 of them', () => {
  expect(samples.length).toBeGreaterThan(180);
  expect(new Set(samples.map((it) => it.name)).size).toBe(samples.length);
});

test('each file is read or refused in a sentence, in ten seconds and 300 MB', { timeout: 300_000 }, async () => {
  const read = await readAll(samples);
  const told = samples.map(
    (it, index) => `${it.name}: ${it.expected === 'either' && isDefined(read[index]?.outcome) ? 'either' : read[index]?.outcome}`,
  );
  expect(told).toEqual(samples.map((it) => `${it.name}: ${it.expected}`));
  expect(read.filter((it) => it.ms > 10_000)).toEqual([]);
  expect(read.at(-1)?.megabytes).toBeLessThan(300);
});

function isDefined(outcome: string | undefined): boolean {
  return outcome !== undefined && !outcome.startsWith('threw');
}
