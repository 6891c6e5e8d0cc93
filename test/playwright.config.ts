// How the browser journeys run: each worker with a site and a browser of its own. No limit here is about speed: a journey that hangs fails by
// the total one, and on a slow machine each wait may last.

import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from './chromium.ts';

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './templates.ts',
  outputDir: './test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 120_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromiumPath, args: [...chromiumFlags] },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    actionTimeout: 120_000,
    // A trace of every step costs as much as the steps: `npm test -- --only browser --trace on` for one journey.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
