// The tally: what each runner's report says of passed, failed and skipped tests, and the lines that `npm test` closes with.

export interface Tally {
  readonly passed: number;
  /** The full title of each failed test, with its file. */
  readonly failed: readonly string[];
  /** The full title of each skipped test, with its reason where it has one. */
  readonly skipped: readonly string[];
}

export const noTests: Tally = { passed: 0, failed: [], skipped: [] };
export const onePassed: Tally = { ...noTests, passed: 1 };

/** `where` is the file of the test, or the command that shows the failure again. */
export function oneFailed(title: string, where: string): Tally {
  return { ...noTests, failed: [`${title} (${where})`] };
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.flatMap(({ failed }) => failed),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  };
}

/** What went wrong outside of any test, by the first line of each message. */
export function tallyOfErrors(messages: readonly string[], runner: string): Tally {
  return sumOf(messages.map((message) => oneFailed(message.split('\n')[0] ?? '', runner)));
}

/** What `npm test` closes with: a line for each failure, one for each skipped test, and last the three numbers alone. */
export function closingLines(tally: Tally): readonly string[] {
  return [
    ...tally.failed.map((title) => `Failed: ${title}`),
    ...tally.skipped.map((title) => `Skipped: ${title}`),
    `${tally.passed} passed, ${tally.failed.length} failed, ${tally.skipped.length} skipped`,
  ];
}

/**
 * A runner that ended badly has failed at least once, whatever its report counts: an error outside of any test, a file that could not be
 * loaded, a crash before the report was written.
 */
export function withExitCode(tally: Tally, exitCode: number, runner: string): Tally {
  if (exitCode === 0 || tally.failed.length > 0) return tally;
  return sumOf([tally, oneFailed(`ended with ${exitCode} outside of any test`, runner)]);
}

/** What this program reads of Vitest's JSON report. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** A file that failed before its first test counts as one failure. Files are named from `root`, which ends with a slash. */
export function tallyOfVitest(report: VitestReport, root: string): Tally {
  return sumOf(
    report.testResults.map(({ name, status, assertionResults }) => {
      const file = name.startsWith(root) ? name.slice(root.length) : name;
      const tally = sumOf(assertionResults.map((test) => tallyOfOutcome(test.status, { title: test.fullName, file })));
      const hasFailedOutside = status === 'failed' && tally.failed.length === 0;
      return hasFailedOutside ? sumOf([tally, oneFailed('failed outside of its tests', file)]) : tally;
    }),
  );
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
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
  readonly errors: readonly { readonly message?: string }[];
}

/** A test that passed only on a second try is a failure. */
export function tallyOfPlaywright(report: PlaywrightReport): Tally {
  const messages = report.errors.map(({ message = 'an error without a message' }) => message);
  return sumOf([...report.suites.map(tallyOfSuite), tallyOfErrors(messages, 'Playwright')]);
}

function tallyOfSuite(suite: PlaywrightSuite): Tally {
  const own = (suite.specs ?? []).flatMap(({ title, file, tests }) =>
    tests.map(({ status, annotations }) => {
      const reason = annotations.find(({ type }) => type === 'skip')?.description;
      return tallyOfOutcome(status, { title, file, ...(reason === undefined ? {} : { reason }) });
    }),
  );
  return sumOf([...own, ...(suite.suites ?? []).map(tallyOfSuite)]);
}

interface Named {
  readonly title: string;
  readonly file: string;
  readonly reason?: string;
}

function tallyOfOutcome(status: string, { title, file, reason }: Named): Tally {
  switch (status) {
    case 'passed':
    case 'expected':
      return onePassed;
    case 'pending':
    case 'skipped':
    case 'disabled':
    case 'todo':
      return { ...noTests, skipped: [reason === undefined ? title : `${title} (${reason})`] };
    default:
      return oneFailed(title, file);
  }
}
