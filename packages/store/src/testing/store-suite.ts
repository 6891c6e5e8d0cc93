// The acceptance suite: what every store promises on either database. One describe for each noun or promise.
import { describe } from 'vitest';
import { appendSuite } from './suites/append-suite.ts';
import { discussionSuite } from './suites/discussion-suite.ts';
import { durabilitySuite } from './suites/durability-suite.ts';
import { installationSuite } from './suites/installation-suite.ts';
import { migrationSuite } from './suites/migration-suite.ts';
import { peopleSuite } from './suites/people-suite.ts';
import { recordSuite } from './suites/record-suite.ts';
import { roundSuite } from './suites/round-suite.ts';
import { signOffSuite } from './suites/sign-off-suite.ts';
import type { TestDatabase } from './store-fixtures.ts';
import { transactionSuite } from './suites/transaction-suite.ts';
import { updateLogSuite } from './suites/update-log-suite.ts';

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
