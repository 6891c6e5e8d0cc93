// Templates: what many tests begin with, made once in a run of the tests and copied from then on.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { ensureDemo } from '../features/demo/make-demo.ts';
import { createLog } from '../process/log.ts';
import { openContext } from '../process/open-context.ts';

/** The folder of this run of the tests; undefined outside one, where everything is made each time. */
export function templatesFolder(): string | undefined {
  return process.env['CHANCERY_TEMPLATES'];
}

/** Fills an empty data directory with the demo round, as a server does that starts on it. */
export function layDemo(directory: string): Promise<void> {
  return fillFromTemplate('demo', directory, makeDemo);
}

/** Fills an empty directory by `make`, or with a copy of what the `make` of this name made before in this run. */
export async function fillFromTemplate(name: string, directory: string, make: (directory: string) => Promise<void>): Promise<void> {
  const folder = templatesFolder();
  if (folder === undefined) return make(directory);
  const template = join(folder, name);
  if (!existsSync(template)) await makeTemplate(template, make);
  await cp(template, directory, { recursive: true });
}

/** Of two processes that make it at once the first to finish gives the template. */
async function makeTemplate(template: string, make: (directory: string) => Promise<void>): Promise<void> {
  const made = await mkdtemp(`${template}-`);
  await make(made);
  try {
    await rename(made, template);
  } catch (cause) {
    if (!existsSync(template)) throw cause;
    await rm(made, { recursive: true });
  }
}

async function makeDemo(directory: string): Promise<void> {
  await using context = await openContext(readConfig({ DATA_DIR: directory, DEMO: '1' }, '/'), createLog({ write: () => {} }));
  await ensureDemo(context);
}
