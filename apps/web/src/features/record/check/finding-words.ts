// The sentences for what checking a record found, one for each code.
import type { Finding } from '@chancery/record';
import { defineMessages, type MessageDescriptor } from 'react-intl';

export const findingWords = defineMessages({
  holds: { id: 'record.finding.holds', defaultMessage: 'This record holds: no entry and no answer in it was changed.' },
  'does-not-hold': { id: 'record.finding.does-not-hold', defaultMessage: 'This record does not hold.' },
  round: {
    id: 'record.finding.round',
    defaultMessage: '{title}, {country}: {questions, plural, one {# question} other {# questions}}, phase "{phase}".',
  },
  cleared: { id: 'record.finding.cleared', defaultMessage: 'Cleared by {name}: {answers, plural, one {# answer} other {# answers}}.' },
  accepted: { id: 'record.finding.accepted', defaultMessage: 'Accepted by {name}: {answers, plural, one {# answer} other {# answers}}.' },
  'without-answer': {
    id: 'record.finding.without-answer',
    defaultMessage: 'Left without an answer by {name}: {answers, plural, one {# answer} other {# answers}}.',
  },
  'not-approved': { id: 'record.finding.not-approved', defaultMessage: 'Not approved.' },
  approved: {
    id: 'record.finding.approved',
    defaultMessage: 'Approved by {by} at {at}: exactly the {answers, plural, one {# answer} other {# answers}} in this file.',
  },
  sent: { id: 'record.finding.sent', defaultMessage: 'Sent at {at}, recorded by {by}.' },
  'approvals-voided': {
    id: 'record.finding.approvals-voided',
    defaultMessage: '{approvals, plural, one {# earlier approval} other {# earlier approvals}} voided.',
  },
  undecided: {
    id: 'record.finding.undecided',
    defaultMessage: 'Nobody has accepted yet, so nothing vouches for the text of: {questions}.',
  },
  entries: {
    id: 'record.finding.entries',
    defaultMessage: '{entries, plural, one {# entry} other {# entries}}, the last at {lastAt} with hash {lastHash}.',
  },
  'may-be-cut-off': {
    id: 'record.finding.may-be-cut-off',
    defaultMessage: 'A chain cannot show that its last entries were cut off: compare this count and this hash with those noted elsewhere.',
  },
  'persons-unproven': {
    id: 'record.finding.persons-unproven',
    defaultMessage: 'Nor can it show that the persons named in it were who they said: that rests on those who let them in.',
  },
  'vouched-for': { id: 'record.finding.vouched-for', defaultMessage: 'Vouched for {name}: {by}.' },
  'confirmed-by': { id: 'record.finding.confirmed-by', defaultMessage: 'Confirmed for {name}: by {by}.' },
  'not-vouched-for': { id: 'record.finding.not-vouched-for', defaultMessage: 'The record does not say who vouched for {name}.' },
  'vouched-for-themselves': {
    id: 'record.finding.vouched-for-themselves',
    defaultMessage: 'Note: {name}, who signed entry {sequence}, was vouched for by nobody else.',
  },
  'voucher-without-right': {
    id: 'record.finding.voucher-without-right',
    defaultMessage:
      'Note: {by} is said to have vouched for {name}, who signed entry {sequence}; the entries before it do not show that they did and might.',
  },
  'link-was-shown': {
    id: 'record.finding.link-was-shown',
    defaultMessage: 'Note: a link to the account of {name} was shown to {to} before entry {sequence} was signed.',
  },
  'key-twice': {
    id: 'record.finding.key-twice',
    defaultMessage:
      'The key "{key}" stands twice in one place (line {line}), so that two programs may read two different records in this file.',
  },
  'too-large': { id: 'record.finding.too-large', defaultMessage: 'The file is larger than any record can be.' },
  'not-json': { id: 'record.finding.not-json', defaultMessage: 'The file is not JSON that a record could hold.' },
  'too-deep': { id: 'record.finding.too-deep', defaultMessage: 'The file is nested deeper than any record can be.' },
  'format-unknown': {
    id: 'record.finding.format-unknown',
    defaultMessage: 'The file is not a record, or of a version that this program does not know.',
  },
  malformed: {
    id: 'record.finding.malformed',
    defaultMessage:
      'The record cannot be read: {part, select, content {content {number}} entry {entry {number}} other {the {part}}} does not have the shape it must have.',
  },
  'no-entries': { id: 'record.finding.no-entries', defaultMessage: 'The record has no entries.' },
  'sequence-broken': {
    id: 'record.finding.sequence-broken',
    defaultMessage: 'Entry {sequence} is missing or out of its place: number {found} stands there.',
  },
  'previous-broken': { id: 'record.finding.previous-broken', defaultMessage: 'Entry {sequence} does not continue the entry before it.' },
  'hash-broken': {
    id: 'record.finding.hash-broken',
    defaultMessage: 'Entry {sequence} was changed: its hash is not that of what it says.',
  },
  'opening-missing': { id: 'record.finding.opening-missing', defaultMessage: 'Entry {sequence} does not open the round.' },
  'opening-differs': {
    id: 'record.finding.opening-differs',
    defaultMessage: 'Entry {sequence} opened another round, or one with another questionnaire, than this file shows.',
  },
  'title-differs': {
    id: 'record.finding.title-differs',
    defaultMessage: 'Entry {sequence} gives the round another title than this file shows.',
  },
  'unfit-entry': { id: 'record.finding.unfit-entry', defaultMessage: 'Entry {sequence} cannot follow the entries before it.' },
  'time-unreadable': {
    id: 'record.finding.time-unreadable',
    defaultMessage: 'Entry {sequence} does not say when it was made in the form that it must have.',
  },
  'time-goes-back': {
    id: 'record.finding.time-goes-back',
    defaultMessage: 'Entry {sequence} is dated before the entry that it follows.',
  },
  'signer-without-right': {
    id: 'record.finding.signer-without-right',
    defaultMessage: 'Entry {sequence} is signed by {name}, who had no right to by what the record says of its members.',
  },
  'clearance-not-asked': {
    id: 'record.finding.clearance-not-asked',
    defaultMessage: 'Entry {sequence} clears question "{question}" for {agency}, which was not asked to clear it.',
  },
  'accepted-unassigned': {
    id: 'record.finding.accepted-unassigned',
    defaultMessage: 'Entry {sequence} accepts the answer to question "{question}", which was assigned to nobody.',
  },
  'accepted-without-clearance': {
    id: 'record.finding.accepted-without-clearance',
    defaultMessage: 'Entry {sequence} accepts a text of question "{question}" that {agency} had to clear and did not.',
  },
  'required-left-without-answer': {
    id: 'record.finding.required-left-without-answer',
    defaultMessage: 'Entry {sequence} leaves question "{question}" without an answer, although one is required.',
  },
  'approved-other-text': {
    id: 'record.finding.approved-other-text',
    defaultMessage: 'Entry {sequence} approves another text of question "{question}" than was accepted.',
  },
  'question-twice': { id: 'record.finding.question-twice', defaultMessage: 'The questionnaire has question "{question}" twice.' },
  'content-missing': { id: 'record.finding.content-missing', defaultMessage: 'The answer to question "{question}" is missing.' },
  'content-twice': { id: 'record.finding.content-twice', defaultMessage: 'The answer to question "{question}" stands there twice.' },
  'content-unknown': {
    id: 'record.finding.content-unknown',
    defaultMessage: 'There is an answer to question "{question}", which the questionnaire does not have.',
  },
  'content-changed': {
    id: 'record.finding.content-changed',
    defaultMessage: 'The answer to question "{question}" was changed: its digest is not that of its content.',
  },
  'question-unknown': {
    id: 'record.finding.question-unknown',
    defaultMessage: 'Entry {sequence} names question "{question}", which the questionnaire does not have.',
  },
  'accepted-text-differs': {
    id: 'record.finding.accepted-text-differs',
    defaultMessage: 'The answer to question "{question}" is not the text accepted in entry {sequence}.',
  },
  'approval-incomplete': {
    id: 'record.finding.approval-incomplete',
    defaultMessage: 'Entry {sequence} approves the round without question "{question}".',
  },
  'approved-text-differs': {
    id: 'record.finding.approved-text-differs',
    defaultMessage: 'The answer to question "{question}" is not the text approved in entry {sequence}.',
  },
  'approved-without-acceptance': {
    id: 'record.finding.approved-without-acceptance',
    defaultMessage: 'Entry {sequence} approves question "{question}", whose answer was not accepted.',
  },
  'phase-differs': {
    id: 'record.finding.phase-differs',
    defaultMessage: 'The file says that the round is "{stated}", its entries say "{derived}".',
  },
} as const satisfies Record<Finding['code'], MessageDescriptor>);
