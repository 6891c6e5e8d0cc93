// The unit, endpoint and scenario tests of the whole repository; the browser journeys are Playwright's.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/e2e/**'],
    globalSetup: ['test/templates.ts'],
    // On however many cores: a test often waits for a database or for a server that it has started.
    maxWorkers: 3,
    // No module keeps state of its own, so that files may share a process with all that is loaded in it; spies end with their test.
    isolate: false,
    restoreMocks: true,
    // Not about speed: by these a test that hangs fails, on the slowest machine too.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    allowOnly: false,
  },
});
