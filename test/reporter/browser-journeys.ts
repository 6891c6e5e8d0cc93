// The browser journeys: they need the built web client and the system's Chromium.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath, howToInstallChromium, isChromiumInstalled } from '../chromium.ts';
import { repository, type RunProgram } from './run-program.ts';
import { noTests, oneFailed, type PlaywrightReport, type Tally, tallyOfPlaywright, withExitCode } from './tally.ts';

/** Runs the journeys that the arguments select (all for none); the report is left in `folder`. */
export async function runBrowserJourneys(run: RunProgram, folder: string, args: readonly string[]): Promise<Tally> {
  const specs = globSync('test/e2e/**/*.spec.ts', { cwd: repository });
  if (specs.length === 0) return noTests;
  console.log('\nBrowser journeys');
  if (!isChromiumInstalled()) {
    console.log(`The browser journeys are skipped: there is no Chromium at ${chromiumPath}. Install it with: ${howToInstallChromium}.`);
    return { ...noTests, skipped: specs.map((spec) => `${spec} (skipped: no Chromium)`) };
  }
  if ((await run('run.mjs', ['build'])) !== 0) return oneFailed('the web client could not be built', 'npm run build');
  const report = join(folder, 'playwright.json');
  const options = ['--config', 'test/playwright.config.ts', '--reporter=list,json'];
  const playwright = 'test/node_modules/@playwright/test/cli.js';
  const exitCode = await run(playwright, ['test', ...options, ...args], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const tally = existsSync(report) ? tallyOfPlaywright(JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport) : noTests;
  return withExitCode(tally, exitCode, 'Playwright');
}
