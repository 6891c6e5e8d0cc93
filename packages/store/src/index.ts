// What the program may ask of the database. The queries themselves stay inside.
export { openStore, type StoreOptions, type DatabaseLocation } from './open-store.ts';
export type { StoreOpenCode } from './database/store-open-error.ts';
export { type Database, now, type Store, type Transaction } from './database/store.ts';
export { type DatabaseCheck, checkDatabase } from './database/check-database.ts';
export type { LockState } from './postgres/kept-server-lock.ts';
export { isUnavailable } from './database/is-unavailable.ts';
export { migrate } from './database/migrate.ts';
export * from './round/acceptance.ts';
export * from './round/agency.ts';
export * from './round/approval.ts';
export * from './round/taken-back.ts';
export * from './round/assignment.ts';
export * from './round/clearance.ts';
export { type AdmittedWriter, hasBeenWriter, keepAdmittedWriters } from './log/admitted-writer.ts';
export * from './log/compaction.ts';
export { addComment, type Comment, deleteComment, discussionLoadOf, editComment, type NewComment } from './round/discussion/comment.ts';
export * from './round/content.ts';
export * from './log/document-lock.ts';
export * from './log/document.ts';
export * from './round/import-draft.ts';
export { busKey, installationId, newBusKey } from './database/installation.ts';
export * from './account/invitation.ts';
export * from './round/membership.ts';
export * from './round/discussion/notice.ts';
export {
  administratorsOf,
  changePerson,
  createPerson,
  type Credentials,
  disablePerson,
  enablePerson,
  findCredentials,
  findPerson,
  findPersonByEmail,
  listPeople,
  markDemoPeople,
  lockPerson,
  type NewPerson,
  type Person,
  setAdministrator,
  setPassword,
} from './account/person.ts';
export * from './round/proposal.ts';
export * from './round/questionnaire.ts';
export * from './round/record-entry.ts';
export {
  changeRound,
  createRound,
  findRound,
  listRounds,
  lockRound,
  type NewRound,
  type QuestionOfRound,
  raiseRevision,
  recordSending,
  revisionsOf,
  type Round,
  roundsOf,
  setPhase,
} from './round/round.ts';
export * from './account/sign-in.ts';
export { keepSnapshot } from './log/snapshot.ts';
export * from './account/pace.ts';
export * from './account/familiar-address.ts';
export {
  deleteEndedMail,
  failuresOf,
  freeMail,
  leaseMail,
  type Mail,
  type MailOutcome,
  type MailState,
  mailState,
  settleMail,
  writeMail,
} from './account/mail.ts';
export * from './account/account-list.ts';
export * from './round/discussion/thread.ts';
