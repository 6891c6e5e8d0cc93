// The acceptance suite: what every store promises on either database. One describe for each noun or promise.
import { describe } from 'vitest';
import { appendSuite } from './append-suite.ts';
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

/** The whole acceptance suite on one kind of database; where it is not there, everything is skipped. */
export function storeSuite(engine: TestEngine): void {
  describe.skipIf(!engine.isAvailable)(`the store on ${engine.title}`, () => {
    describe('migrations', () => {
      migrationSuite(engine);
    });
    describe('transactions', () => {
      transactionSuite(engine);
    });
    describe('people', () => {
      peopleSuite(engine);
    });
    describe('rounds', () => {
      roundSuite(engine);
    });
    describe('the update log', () => {
      updateLogSuite(engine);
    });
    describe('several servers on the log', () => {
      appendSuite(engine);
    });
    describe('durability', () => {
      durabilitySuite(engine);
    });
    describe('sign-off', () => {
      signOffSuite(engine);
    });
    describe('the record', () => {
      recordSuite(engine);
    });
    describe('discussion', () => {
      discussionSuite(engine);
    });
  });
}
