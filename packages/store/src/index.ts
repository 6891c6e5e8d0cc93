// Owns what the program may ask of the database. The queries themselves stay inside.
export { lockDirectory } from './directory-lock.ts';
export { openStore, type StoreOptions, type StorePlace } from './open-store.ts';
export { StoreOpenError, type StoreOpenCode } from './store-open-error.ts';
export type { Database, Store, Transaction } from './store.ts';
export { type DatabaseCheck, checkDatabase } from './check-database.ts';
export { now } from './database-clock.ts';
export type { LockState } from './kept-server-lock.ts';
export { isUnavailable } from './is-unavailable.ts';
export { latestVersion, migrate, schemaVersion } from './migrate.ts';
export { newId } from './new-id.ts';
export * from './acceptance.ts';
export * from './agency.ts';
export * from './approval.ts';
export * from './assignment.ts';
export * from './clearance.ts';
export * from './compaction.ts';
export { addComment, type Comment, type NewComment } from './comment.ts';
export * from './content.ts';
export * from './decision.ts';
export * from './document-lock.ts';
export * from './document.ts';
export * from './import-draft.ts';
export { installationId } from './installation.ts';
export * from './invitation.ts';
export * from './membership.ts';
export * from './notice.ts';
export {
  changePerson,
  createPerson,
  type Credentials,
  disablePerson,
  findCredentials,
  findPerson,
  findPersonByEmail,
  listPeople,
  type NewPerson,
  type Person,
  setPassword,
} from './person.ts';
export * from './proposal.ts';
export * from './questionnaire.ts';
export * from './record-entry.ts';
export * from './round.ts';
export * from './session.ts';
export * from './sign-in-attempt.ts';
export { findSnapshot, keepSnapshot, type Snapshot } from './snapshot.ts';
export * from './thread.ts';
