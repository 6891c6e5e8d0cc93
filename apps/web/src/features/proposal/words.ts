// The words of proposals: text that is not in the answer, and what becomes of it.
import { defineMessages } from 'react-intl';

export const proposalWords = defineMessages({
  title: {
    id: 'proposal.title',
    defaultMessage: '{count, plural, one {# proposal} other {# proposals}}: words that are not in the answer',
  },
  somebody: { id: 'proposal.somebody', defaultMessage: 'Somebody' },
  adds: { id: 'proposal.adds', defaultMessage: 'Would add' },
  takesOut: { id: 'proposal.takes-out', defaultMessage: 'Would remove' },
  onlyForm: { id: 'proposal.only-form', defaultMessage: 'Would change only how the text is formatted.' },
  nothingLeft: { id: 'proposal.nothing-left', defaultMessage: 'The answer already has all of this:' },
  behind: { id: 'proposal.behind', defaultMessage: 'These words would come after those in the answer.' },
  accept: { id: 'proposal.accept', defaultMessage: 'Put into the answer' },
  decline: { id: 'proposal.decline', defaultMessage: 'Decline…' },
  offFrozen: { id: 'proposal.off-frozen', defaultMessage: 'The answer is accepted. Once it is reopened, this can be put in or declined.' },
  offNotYours: { id: 'proposal.off-not-yours', defaultMessage: 'Those who may write in this answer decide on it.' },
  declineTitle: { id: 'proposal.decline-title', defaultMessage: 'Decline these words' },
  declineWhy: { id: 'proposal.decline-why', defaultMessage: 'Why they do not go into the answer' },
  declineHint: {
    id: 'proposal.decline-hint',
    defaultMessage: '{isYou, select, true {} other {{person} reads this. }}The words and your reason are kept.',
  },
  declineNoReason: { id: 'proposal.decline-no-reason', defaultMessage: 'Write the reason, so that the author knows it.' },
  accepted: { id: 'proposal.accepted', defaultMessage: 'The words are in the answer now.' },
  declined: { id: 'proposal.declined', defaultMessage: 'Declined. {isYou, select, true {} other {{person} reads your reason.}}' },
  declineNow: { id: 'proposal.decline-now', defaultMessage: 'Decline' },
});

/** `isYou`: whether the reader is the person. */
export const proposalReasonWords = defineMessages({
  frozen: {
    id: 'proposal.frozen',
    defaultMessage: '{isYou, select, true {Your words} other {Words by {person}}}, which arrived when the answer had been accepted, {when}',
  },
  'right-lost': {
    id: 'proposal.right-lost',
    defaultMessage:
      '{isYou, select, true {Your words} other {Words by {person}}}, which arrived when others had taken over the writing, {when}',
  },
  reader: {
    id: 'proposal.reader',
    defaultMessage: '{isYou, select, true {Your words} other {Words by {person}}}, from a page that was open for reading, {when}',
  },
  'older-schema': {
    id: 'proposal.older-schema',
    defaultMessage: '{isYou, select, true {Your words} other {Words by {person}}}, from a page of an earlier version of Chancery, {when}',
  },
  'older-epoch': {
    id: 'proposal.older-epoch',
    defaultMessage: '{isYou, select, true {Your words} other {Words by {person}}}, in a text that was replaced meanwhile, {when}',
  },
  foreign: {
    id: 'proposal.foreign',
    defaultMessage: '{isYou, select, true {Your words} other {Words by {person}}}, from a page that somebody else had used before, {when}',
  },
  'set-aside': {
    id: 'proposal.set-aside',
    defaultMessage:
      '{isYou, select, true {Your words} other {Words by {person}}}, which arrived when the server could not take them, {when}',
  },
  import: {
    id: 'proposal.import',
    defaultMessage: '{isYou, select, true {You} other {{person}}} imported this while the answer had text, {when}',
  },
});
