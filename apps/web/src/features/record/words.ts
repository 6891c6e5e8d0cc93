// The words of the record: its timeline, its filters, checking it without us.
import type { EntryKind } from '@chancery/domain';
import { defineMessages, type MessageDescriptor } from 'react-intl';

export const recordWords = defineMessages({
  detail: {
    id: 'record.detail',
    defaultMessage: 'Every decision of this round, who made it and when. Nothing in it can be changed unnoticed.',
  },
  filterKind: { id: 'record.filter-kind', defaultMessage: 'What' },
  filterAgency: { id: 'record.filter-agency', defaultMessage: 'Agency' },
  filterQuestion: { id: 'record.filter-question', defaultMessage: 'Question' },
  allKinds: { id: 'record.all-kinds', defaultMessage: 'Everything' },
  allAgencies: { id: 'record.all-agencies', defaultMessage: 'All agencies' },
  allQuestions: { id: 'record.all-questions', defaultMessage: 'All questions' },
  question: { id: 'record.question', defaultMessage: 'Question {number}' },
  count: { id: 'record.count', defaultMessage: '{count, plural, one {# entry} other {# entries}}, newest first' },
  countOf: { id: 'record.count-of', defaultMessage: '{count, number} of {all, plural, one {# entry} other {# entries}}, newest first' },
  none: { id: 'record.none', defaultMessage: 'Nothing has been recorded yet' },
  noneWhy: { id: 'record.none-why', defaultMessage: 'The first decision in this round will appear here.' },
  noneLeft: { id: 'record.none-left', defaultMessage: 'No entry matches' },
  noneLeftWhy: { id: 'record.none-left-why', defaultMessage: 'The record has entries, but none for what you chose.' },
  showAll: { id: 'record.show-all', defaultMessage: 'Show everything' },
  more: { id: 'record.more', defaultMessage: 'Show {count, plural, one {# earlier entry} other {# earlier entries}}' },
  entry: { id: 'record.entry', defaultMessage: 'Entry {sequence}' },
  password: { id: 'record.password', defaultMessage: 'Proved who they are with their password, {moment}' },
  system: { id: 'record.system', defaultMessage: 'Done by Chancery itself' },
  administrator: { id: 'record.administrator', defaultMessage: 'Administrator' },
  copyHash: { id: 'record.copy-hash', defaultMessage: 'Copy the hash of entry {sequence}' },
  copied: { id: 'record.copied', defaultMessage: 'The hash of entry {sequence} is copied.' },
  notCopied: { id: 'record.not-copied', defaultMessage: 'The browser did not allow copying. The whole hash is {hash}' },
  notYours: { id: 'record.not-yours', defaultMessage: 'The record is not open to you' },
  notYoursWhy: {
    id: 'record.not-yours-why',
    defaultMessage:
      'In this round an agency reads only what is assigned to it. Coordinators, the authorized respondent and observers read the record.',
  },
});

export const checkWords = defineMessages({
  title: { id: 'record.check.title', defaultMessage: 'Check it without us' },
  why: {
    id: 'record.check.why',
    defaultMessage: 'The record is one file. Anyone who has it can check it on any computer, without Chancery and without this server.',
  },
  download: { id: 'record.check.download', defaultMessage: 'Download the record' },
  withProgram: {
    id: 'record.check.with-program',
    defaultMessage: 'With Node.js installed, type in a terminal, in the folder of Chancery:',
  },
  now: { id: 'record.check.now', defaultMessage: 'Check now' },
  nowWhy: {
    id: 'record.check.now-why',
    defaultMessage: 'Or let this browser check it: the same program, run on the file and not on the server.',
  },
  file: { id: 'record.check.file', defaultMessage: 'Check a file I have' },
  fetching: { id: 'record.check.fetching', defaultMessage: 'Fetching the file' },
  checking: { id: 'record.check.checking', defaultMessage: 'Checking {file}' },
  holds: { id: 'record.check.holds', defaultMessage: 'The record holds' },
  broken: { id: 'record.check.broken', defaultMessage: 'The record does not hold' },
  brokenWhy: { id: 'record.check.broken-why', defaultMessage: 'Keep the file as it is and show it to the lead coordinating agency.' },
  failed: { id: 'record.check.failed', defaultMessage: 'The file could not be checked' },
  unreadable: { id: 'record.check.unreadable', defaultMessage: 'The file could not be read from your computer. Choose it again.' },
  checked: { id: 'record.check.checked', defaultMessage: 'Checked: {file}' },
});

/** A group of entries to look for: what happened, in the words of product rules. */
export const kindWords = defineMessages({
  'round-opened': { id: 'record.kind.round-opened', defaultMessage: 'Round opened' },
  'round-changed': { id: 'record.kind.round-changed', defaultMessage: 'Round changed' },
  'agency-added': { id: 'record.kind.agency-added', defaultMessage: 'Agency added' },
  'member-added': { id: 'record.kind.member-added', defaultMessage: 'Member added' },
  'member-changed': { id: 'record.kind.member-changed', defaultMessage: 'Member changed' },
  'member-removed': { id: 'record.kind.member-removed', defaultMessage: 'Member removed' },
  assigned: { id: 'record.kind.assigned', defaultMessage: 'Assigned' },
  imported: { id: 'record.kind.imported', defaultMessage: 'Imported' },
  'query-raised': { id: 'record.kind.query-raised', defaultMessage: 'Query raised' },
  'query-closed': { id: 'record.kind.query-closed', defaultMessage: 'Query closed' },
  'query-reopened': { id: 'record.kind.query-reopened', defaultMessage: 'Query reopened' },
  cleared: { id: 'record.kind.cleared', defaultMessage: 'Cleared' },
  accepted: { id: 'record.kind.accepted', defaultMessage: 'Accepted' },
  'no-answer': { id: 'record.kind.no-answer', defaultMessage: 'Left without an answer' },
  returned: { id: 'record.kind.returned', defaultMessage: 'Returned' },
  reopened: { id: 'record.kind.reopened', defaultMessage: 'Reopened' },
  approved: { id: 'record.kind.approved', defaultMessage: 'Approved' },
  'approval-voided': { id: 'record.kind.approval-voided', defaultMessage: 'Approval voided' },
  sent: { id: 'record.kind.sent', defaultMessage: 'Sent' },
  'password-link-made': { id: 'record.kind.password-link-made', defaultMessage: 'Link made' },
  'account-disabled': { id: 'record.kind.account-disabled', defaultMessage: 'Account disabled' },
  'account-enabled': { id: 'record.kind.account-enabled', defaultMessage: 'Account enabled' },
} as const satisfies Record<EntryKind, MessageDescriptor>);

/** The entry as a plain sentence; its exact words stand below it. */
export const entryWords = defineMessages({
  'round-opened': { id: 'record.entry.round-opened', defaultMessage: '{who} opened the round' },
  'round-changed': { id: 'record.entry.round-changed', defaultMessage: '{who} changed the round' },
  'agency-added': { id: 'record.entry.agency-added', defaultMessage: '{who} added an agency' },
  'member-added': { id: 'record.entry.member-added', defaultMessage: '{who} added a member' },
  'member-changed': { id: 'record.entry.member-changed', defaultMessage: '{who} changed a membership' },
  'member-removed': { id: 'record.entry.member-removed', defaultMessage: '{who} removed a member from the round' },
  assigned: { id: 'record.entry.assigned', defaultMessage: '{who} assigned {question}' },
  imported: { id: 'record.entry.imported', defaultMessage: '{who} imported a filled form' },
  'query-raised': { id: 'record.entry.query-raised', defaultMessage: '{who} raised a query on {question}' },
  'query-closed': { id: 'record.entry.query-closed', defaultMessage: '{who} closed a query on {question}' },
  'query-reopened': { id: 'record.entry.query-reopened', defaultMessage: '{who} reopened a query on {question}' },
  cleared: { id: 'record.entry.cleared', defaultMessage: '{who} cleared {question} for {agency}' },
  accepted: { id: 'record.entry.accepted', defaultMessage: '{who} accepted the answer to {question}' },
  'no-answer': { id: 'record.entry.no-answer', defaultMessage: '{who} left {question} without an answer' },
  returned: { id: 'record.entry.returned', defaultMessage: '{who} returned {question} to drafting' },
  reopened: { id: 'record.entry.reopened', defaultMessage: '{who} reopened {question}' },
  approved: { id: 'record.entry.approved', defaultMessage: '{who} approved the round' },
  'approval-voided': { id: 'record.entry.approval-voided', defaultMessage: '{who} voided the approval of the round' },
  sent: { id: 'record.entry.sent', defaultMessage: '{who} recorded that the form was sent' },
  'password-link-made': { id: 'record.entry.password-link-made', defaultMessage: '{who} made a link to choose a password' },
  'account-disabled': { id: 'record.entry.account-disabled', defaultMessage: '{who} disabled an account' },
  'account-enabled': { id: 'record.entry.account-enabled', defaultMessage: '{who} enabled an account again' },
} as const satisfies Record<EntryKind, MessageDescriptor>);

export const entryPartWords = defineMessages({
  question: { id: 'record.part.question', defaultMessage: 'question {number}' },
  unnumbered: { id: 'record.part.unnumbered', defaultMessage: '“{text}”' },
  aQuestion: { id: 'record.part.a-question', defaultMessage: 'a question' },
  ownAgency: { id: 'record.part.own-agency', defaultMessage: 'their agency' },
});
