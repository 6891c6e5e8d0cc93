// The acceptance suite: what every store promises on either database. One describe for each noun or promise.
import { describe } from 'vitest';
import { appendSuite } from './append-suite.ts';
import { discussionSuite } from './discussion-suite.ts';
import { durabilitySuite } from './durability-suite.ts';
import { installationSuite } from './installation-suite.ts';
import { migrationSuite } from './migration-suite.ts';
import { peopleSuite } from './people-suite.ts';
import { recordSuite } from './record-suite.ts';
import { roundSuite } from './round-suite.ts';
import { signOffSuite } from './sign-off-suite.ts';
import type { TestDatabase } from './store-fixtures.ts';
import { transactionSuite } from './transaction-suite.ts';
import { updateLogSuite } from './update-log-suite.ts';

/** The whole acceptance suite on one kind of database; where it is not there, everything is skipped. */
export function storeSuite(database: TestDatabase): void {
  describe.skipIf(!database.isAvailable)(`the store on ${database.title}`, () => {
    describe('migrations', () => {
      migrationSuite(database);
    });
    describe('the installation', () => {
      installationSuite(database);
    });
    describe('transactions', () => {
      transactionSuite(database);
    });
    describe('people', () => {
      peopleSuite(database);
    });
    describe('rounds', () => {
      roundSuite(database);
    });
    describe('the update log', () => {
      updateLogSuite(database);
    });
    describe('several servers on the log', () => {
      appendSuite(database);
    });
    describe('durability', () => {
      durabilitySuite(database);
    });
    describe('sign-off', () => {
      signOffSuite(database);
    });
    describe('the record', () => {
      recordSuite(database);
    });
    describe('discussion', () => {
      discussionSuite(database);
    });
  });
}
