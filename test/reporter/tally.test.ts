import { describe, expect, it } from 'vitest';
import {
  closingLines,
  noTests,
  oneFailed,
  onePassed,
  sumOf,
  tallyOfErrors,
  tallyOfPlaywright,
  tallyOfVitest,
  withExitCode,
} from './tally.ts';

describe('the tally of Vitest', () => {
  const file = (status: string, ...tests: readonly string[]) => ({
    name: '/clone/test/some.test.ts',
    status,
    assertionResults: tests.map((outcome, index) => ({ fullName: `test ${index}`, status: outcome })),
  });

  it('adds up the tests of all files and names the failed and the skipped ones', () => {
    const report = { testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'failed', 'pending', 'todo')] };
    expect(tallyOfVitest(report, '/clone/')).toEqual({
      passed: 2,
      failed: ['test 0 (test/some.test.ts)'],
      skipped: ['test 2', 'test 1', 'test 2'],
    });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const failed = ['failed outside of its tests (test/some.test.ts)'];
    expect(tallyOfVitest({ testResults: [file('failed'), file('passed', 'passed')] }, '/clone/')).toEqual({
      passed: 1,
      failed,
      skipped: [],
    });
    expect(tallyOfVitest({ testResults: [file('failed', 'passed')] }, '/clone/')).toEqual({ passed: 1, failed, skipped: [] });
  });

  it('counts an outcome that it does not know as a failure', () => {
    expect(tallyOfVitest({ testResults: [file('passed', 'exploded')] }, '/clone/').failed).toHaveLength(1);
  });
});

describe('the tally of Playwright', () => {
  const spec = (title: string, status: string, reason?: string) => ({
    title,
    file: 'some.spec.ts',
    tests: [{ status, annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }] }],
  });

  it('adds up nested suites, names why a journey was skipped and counts errors outside of tests', () => {
    const inner = { title: 'inner', specs: [spec('c', 'unexpected'), spec('d', 'skipped', 'no second display')] };
    const outer = { title: 'outer', specs: [spec('a', 'expected'), spec('b', 'expected')], suites: [inner] };
    const tally = tallyOfPlaywright({ suites: [outer], errors: [{ message: 'a file does not load\nat some line' }, {}] });
    expect(tally).toEqual({
      passed: 2,
      failed: ['c (some.spec.ts)', 'a file does not load (Playwright)', 'an error without a message (Playwright)'],
      skipped: ['d (no second display)'],
    });
  });

  it('counts a journey that passed only on a second try as a failure', () => {
    const report = { suites: [{ title: 's', specs: [spec('a', 'flaky')] }], errors: [] };
    expect(tallyOfPlaywright(report).failed).toEqual(['a (some.spec.ts)']);
  });
});

describe('the closing lines', () => {
  const failed = oneFailed('two people see one text', 'test/some.test.ts');

  it('name each failure, then what was skipped, and end with the numbers of all runners alone', () => {
    const skipped = { ...noTests, skipped: ['on PostgreSQL (skipped: no PostgreSQL)', 'b'] };
    expect(closingLines(sumOf([onePassed, skipped, failed, onePassed, oneFailed('lint', 'npm run check')]))).toEqual([
      'Failed: two people see one text (test/some.test.ts)',
      'Failed: lint (npm run check)',
      'Skipped: on PostgreSQL (skipped: no PostgreSQL)',
      'Skipped: b',
      '2 passed, 2 failed, 2 skipped',
    ]);
    expect(closingLines(onePassed)).toEqual(['1 passed, 0 failed, 0 skipped']);
  });

  it('name what went wrong outside of any test by the first line of its message', () => {
    expect(tallyOfErrors(['nobody handled this\nat some line', 'nor this'], 'Vitest')).toEqual({
      ...noTests,
      failed: ['nobody handled this (Vitest)', 'nor this (Vitest)'],
    });
  });

  it('show a failure when a runner ended badly without naming a failed test', () => {
    expect(withExitCode(onePassed, 1, 'Vitest')).toEqual({ passed: 1, failed: ['ended with 1 outside of any test (Vitest)'], skipped: [] });
    expect(withExitCode(failed, 1, 'Vitest')).toEqual(failed);
    expect(withExitCode(onePassed, 0, 'Vitest')).toEqual(onePassed);
  });
});
