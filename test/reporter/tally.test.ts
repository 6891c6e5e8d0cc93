import { describe, expect, it } from 'vitest';
import { lineOf, oneFailed, onePassed, sumOf, tallyOfPlaywright, tallyOfVitest, withExitCode } from './tally.ts';

describe('the tally of Vitest', () => {
  const file = (status: string, ...tests: readonly string[]) => ({
    name: 'some.test.ts',
    status,
    assertionResults: tests.map((outcome, index) => ({ fullName: `test ${index}`, status: outcome })),
  });

  it('adds up the tests of all files and names the skipped ones', () => {
    const tally = tallyOfVitest({
      testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'failed', 'pending', 'todo')],
    });
    expect(tally).toEqual({ passed: 2, failed: 1, skipped: ['test 2', 'test 1', 'test 2'] });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(tallyOfVitest({ testResults: [file('failed'), file('passed', 'passed')] })).toEqual({ passed: 1, failed: 1, skipped: [] });
  });

  it('counts an outcome that it does not know as a failure', () => {
    expect(tallyOfVitest({ testResults: [file('passed', 'exploded')] }).failed).toBe(1);
  });
});

describe('the tally of Playwright', () => {
  const spec = (title: string, status: string, reason?: string) => ({
    title,
    tests: [{ status, annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }] }],
  });

  it('adds up nested suites, names why a journey was skipped and counts errors outside of tests', () => {
    const inner = { title: 'inner', specs: [spec('c', 'unexpected'), spec('d', 'skipped', 'no second display')] };
    const outer = { title: 'outer', specs: [spec('a', 'expected'), spec('b', 'expected')], suites: [inner] };
    const tally = tallyOfPlaywright({ suites: [outer], errors: [{ message: 'a file does not load' }] });
    expect(tally).toEqual({ passed: 2, failed: 2, skipped: ['d (no second display)'] });
  });

  it('counts a journey that passed only on a second try as a failure', () => {
    expect(tallyOfPlaywright({ suites: [{ title: 's', specs: [spec('a', 'flaky')] }], errors: [] }).failed).toBe(1);
  });
});

describe('the last line', () => {
  it('adds up all runners', () => {
    const skipped = { passed: 0, failed: 0, skipped: ['a', 'b'] };
    expect(lineOf(sumOf([onePassed, onePassed, oneFailed, skipped]))).toBe('2 passed, 1 failed, 2 skipped');
  });

  it('shows a failure when a runner ended badly without naming a failed test', () => {
    expect(withExitCode(onePassed, 1)).toEqual({ passed: 1, failed: 1, skipped: [] });
    expect(withExitCode(oneFailed, 1)).toEqual(oneFailed);
    expect(withExitCode(onePassed, 0)).toEqual(onePassed);
  });
});
