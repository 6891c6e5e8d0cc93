// Owns what every store promises, whichever database it stands on. One describe for each noun or promise.
import { describe } from 'vitest';
import { discussionSuite } from './discussion-suite.ts';
import { durabilitySuite } from './durability-suite.ts';
import { migrationSuite } from './migration-suite.ts';
import { peopleSuite } from './people-suite.ts';
import { recordSuite } from './record-suite.ts';
import { roundSuite } from './round-suite.ts';
import { signOffSuite } from './sign-off-suite.ts';
import type { TestEngine } from './store-fixtures.ts';
import { transactionSuite } from './transaction-suite.ts';
import { updateLogSuite } from './update-log-suite.ts';

const suites = {
  migrations: migrationSuite,
  transactions: transactionSuite,
  people: peopleSuite,
  rounds: roundSuite,
  'the update log': updateLogSuite,
  durability: durabilitySuite,
  'sign-off': signOffSuite,
  'the record': recordSuite,
  discussion: discussionSuite,
};

/** The whole acceptance suite on one kind of database; where it is not there, everything is skipped. */
export function storeSuite(engine: TestEngine): void {
  describe.skipIf(!engine.isAvailable)(engine.title, () => {
    for (const [title, suite] of Object.entries(suites)) describe(title, () => suite(engine));
  });
}
