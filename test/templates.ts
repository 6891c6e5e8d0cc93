// The templates of a run of the tests, for Vitest and for Playwright: a folder that both hand to their workers, gone after the run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropTemplate } from './desk/house/databases.ts';

/** The runners ask for a default export. Called once before the workers start; what it returns, once after the last has ended. */
export default async function openTemplates(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-templates-'));
  process.env['CHANCERY_TEMPLATES'] = folder;
  return async () => {
    await dropTemplate();
    await rm(folder, { recursive: true });
  };
}
