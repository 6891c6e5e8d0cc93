// The unit, endpoint and scenario tests of the whole repository; the browser journeys are Playwright's.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/e2e/**'],
    globalSetup: ['test/templates.ts'],
    // Two, also where there are more cores: scenario tests start servers of their own.
    maxWorkers: 2,
    // Not about speed: by these a test that hangs fails, on the slowest machine too.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    allowOnly: false,
  },
});
