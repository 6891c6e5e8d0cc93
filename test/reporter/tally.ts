// Owns the counting: what each runner's report says in three numbers, and the one line that `npm test` ends with.

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** The full title of each skipped test, with its reason where it has one. */
  readonly skipped: readonly string[];
}

export const noTests: Tally = { passed: 0, failed: 0, skipped: [] };
export const onePassed: Tally = { passed: 1, failed: 0, skipped: [] };
export const oneFailed: Tally = { passed: 0, failed: 1, skipped: [] };

export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: [...sum.skipped, ...tally.skipped],
    }),
    noTests,
  );
}

/** The last line of `npm test`. */
export function lineOf(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`;
}

/**
 * A runner that ended badly has failed at least once, whatever its report counts: an error outside of any test, a file that could not be
 * loaded, a crash before the report was written.
 */
export function withExitCode(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** What this program reads of Vitest's JSON report. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** A file that failed before its first test counts as one failure. */
export function tallyOfVitest(report: VitestReport): Tally {
  return sumOf(
    report.testResults.map((file) => {
      const tally = sumOf(file.assertionResults.map((test) => tallyOfOutcome(test.status, test.fullName)));
      return file.status === 'failed' ? withExitCode(tally, 1) : tally;
    }),
  );
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/** What this program reads of Playwright's JSON report. */
export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  /** Errors outside of any test. */
  readonly errors: readonly unknown[];
}

/** A test that passed only on a second try is a failure. */
export function tallyOfPlaywright(report: PlaywrightReport): Tally {
  return sumOf([...report.suites.map(tallyOfSuite), { ...noTests, failed: report.errors.length }]);
}

function tallyOfSuite(suite: PlaywrightSuite): Tally {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => {
      const reason = test.annotations.find((annotation) => annotation.type === 'skip')?.description;
      return tallyOfOutcome(test.status, reason ? `${spec.title} (${reason})` : spec.title);
    }),
  );
  return sumOf([...own, ...(suite.suites ?? []).map(tallyOfSuite)]);
}

function tallyOfOutcome(status: string, title: string): Tally {
  switch (status) {
    case 'passed':
    case 'expected':
      return onePassed;
    case 'pending':
    case 'skipped':
    case 'disabled':
    case 'todo':
      return { ...noTests, skipped: [title] };
    default:
      return oneFailed;
  }
}
