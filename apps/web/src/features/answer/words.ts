// The words of an open answer: its fields, its saved state, what became of text that was not taken.
import { defineMessages } from 'react-intl';

/** What somebody should look at before the answer goes out, although it prevents nothing. */
export const doubtWords = defineMessages({
  unticked: {
    id: 'field.doubt.unticked',
    defaultMessage: 'Words stand beside an option that is not ticked. They go out with the answer: tick the option, or delete them.',
  },
  email: { id: 'field.doubt.email', defaultMessage: 'This is no e-mail address yet, such as name@example.org.' },
  url: { id: 'field.doubt.url', defaultMessage: 'This is no web address yet, such as www.example.org.' },
});

export const fieldWords = defineMessages({
  answer: { id: 'field.answer', defaultMessage: 'Answer' },
  missing: { id: 'field.missing', defaultMessage: 'Required, and still empty.' },
  expectedWhen: { id: 'field.expected-when', defaultMessage: 'Expected when the answer above is “{option}”.' },
  gridRow: { id: 'field.grid-row', defaultMessage: 'Item' },
  gridAnswer: { id: 'field.grid-answer', defaultMessage: 'Answer' },
  otherText: { id: 'field.other-text', defaultMessage: '{option}: what it is' },
  remark: { id: 'field.remark', defaultMessage: 'Remark on “{option}”' },
  untick: { id: 'field.untick', defaultMessage: 'Remove the tick' },
  pleaseConfirm: { id: 'field.please-confirm', defaultMessage: 'Please confirm.' },
  tickNotRead: {
    id: 'field.tick-not-read',
    defaultMessage: 'Tick what is right below. The imported document did not show for certain what was ticked.',
  },
  tickNotCertain: {
    id: 'field.tick-not-certain',
    defaultMessage: 'Is this tick right? The imported document did not show it for certain, or two people ticked at once.',
  },
  tickToBeConfirmed: {
    id: 'field.tick-to-be-confirmed',
    defaultMessage: 'What is ticked here is not certain yet. The people who answer the question confirm it.',
  },
  confirmTicks: { id: 'field.confirm-ticks', defaultMessage: 'Yes, this is right' },
  confirmNone: { id: 'field.confirm-none', defaultMessage: 'Leave all without a tick' },
});

export const savingWords = defineMessages({
  connecting: { id: 'saving.connecting', defaultMessage: 'Opening the answer…' },
  saving: { id: 'saving.saving', defaultMessage: 'Saving…' },
  saved: { id: 'saving.saved', defaultMessage: 'Saved' },
  late: { id: 'saving.late', defaultMessage: 'Not saved yet. Keep this window open.' },
  failing: {
    id: 'saving.failing',
    defaultMessage: 'Not saved: the server cannot write at the moment. Keep this window open; it tries again by itself.',
  },
  offlineKept: {
    id: 'saving.offline-kept',
    defaultMessage:
      'No connection. What you have written since is kept in this tab only: leave it open, and it will be saved when the connection is back.',
  },
  offlineSaved: {
    id: 'saving.offline-saved',
    defaultMessage:
      'No connection. Everything you wrote before is saved. You can go on typing: it is kept in this tab until the connection is back.',
  },
  offlineReading: { id: 'saving.offline-reading', defaultMessage: 'No connection. What you see may be slightly out of date.' },
  unreachable: { id: 'saving.unreachable', defaultMessage: 'The server can’t be reached. Trying again.' },
  words: { id: 'saving.words', defaultMessage: '{count, plural, =0 {No words} one {# word} other {# words}}' },
  writtenBy: { id: 'saving.written-by', defaultMessage: 'Written by {names}' },
  andMore: { id: 'saving.and-more', defaultMessage: '{names} and {count, plural, one {# other} other {# others}}' },
});

export const accessWords = defineMessages({
  accepted: { id: 'access.accepted', defaultMessage: 'Accepted: this text can’t be changed. A coordinator can reopen it.' },
  noAnswer: { id: 'access.no-answer', defaultMessage: 'Left without an answer. A coordinator can reopen it.' },
  sealed: { id: 'access.sealed', defaultMessage: 'Sealed: the round is approved, and this text can’t be changed.' },
  observer: { id: 'access.observer', defaultMessage: 'You read and comment here. The text is written by the agencies it is assigned to.' },
  notAssigned: {
    id: 'access.not-assigned',
    defaultMessage: 'This question is not assigned to {agency}, so you can read and comment, but not write.',
  },
  unassigned: {
    id: 'access.unassigned',
    defaultMessage: 'No agency leads this answer yet. Until a coordinator assigns it, you can read and comment.',
  },
  respondent: { id: 'access.respondent', defaultMessage: 'The authorized respondent answers this with the approval.' },
});

export const endingWords = defineMessages({
  'signed-out': {
    id: 'ending.signed-out',
    defaultMessage: 'You are signed out. Everything shown as saved is kept. Sign in again to go on.',
  },
  'not-permitted': {
    id: 'ending.not-permitted',
    defaultMessage:
      'You may no longer open this answer. What was shown as saved is kept; copy what was not before you leave this page. Ask your coordinator if you need the answer.',
  },
  'unknown-question': { id: 'ending.unknown-question', defaultMessage: 'There is no such question in this round.' },
  'edits-refused': { id: 'ending.edits-refused', defaultMessage: 'The answer could no longer be changed when your last words arrived.' },
  'message-refused': {
    id: 'ending.message-refused',
    defaultMessage: 'The server could not take the last change. Open the answer again to go on from what is saved.',
  },
  'too-large': {
    id: 'ending.too-large',
    defaultMessage: 'The last change is larger than an answer may be. What was saved before it is kept.',
  },
  'too-fast': {
    id: 'ending.too-fast',
    defaultMessage: 'More changes came at once than the server accepts. What was shown as saved is kept.',
  },
  replaced: { id: 'ending.replaced', defaultMessage: 'The text of this answer was replaced while your page was open.' },
  outdated: {
    id: 'ending.outdated',
    defaultMessage:
      'Chancery was updated after you opened this page. Load it again to go on. What was shown as saved is in the answer; words that were not saved are kept as a proposal beside it.',
  },
  quarantined: {
    id: 'ending.quarantined',
    defaultMessage: 'This answer can’t be read at the moment. Your administrator has been told.',
  },
  signIn: { id: 'ending.sign-in', defaultMessage: 'Sign in again' },
  reload: { id: 'ending.reload', defaultMessage: 'Load the page again' },
  reopen: { id: 'ending.reopen', defaultMessage: 'Open the answer again' },
});

export const refusedBecauseWords = defineMessages({
  accepted: { id: 'refused.accepted', defaultMessage: 'The answer was accepted while you were typing.' },
  sealed: { id: 'refused.sealed', defaultMessage: 'The round was approved while you were typing.' },
  'edits-refused': {
    id: 'refused.right-lost',
    defaultMessage: 'When your last words arrived, others had taken over the writing of this answer.',
  },
  'message-refused': { id: 'refused.message', defaultMessage: 'The server could not take your last change.' },
  'too-large': { id: 'refused.too-large', defaultMessage: 'Your last change is larger than an answer may be.' },
  'too-fast': { id: 'refused.too-fast', defaultMessage: 'More changes came from you at once than the server accepts.' },
  replaced: { id: 'refused.replaced', defaultMessage: 'The text of this answer was replaced while your page was open.' },
});

export const refusedWords = defineMessages({
  asking: { id: 'refused.asking', defaultMessage: 'Your words are being kept as a proposal…' },
  kept: { id: 'refused.kept', defaultMessage: 'Your words were kept as a proposal, beside the answer.' },
  unconfirmed: {
    id: 'refused.unconfirmed',
    defaultMessage: 'It is not certain that your words were kept. Copy them before you leave this page.',
  },
  'not-given': {
    id: 'refused.not-given',
    defaultMessage: 'Your text is too long to be kept as a proposal. Copy it before you leave this page.',
  },
  'not-needed': {
    id: 'refused.none',
    defaultMessage: 'You see the answer as it stands now. None of your words are missing from it.',
  },
  show: { id: 'refused.show', defaultMessage: 'Show the proposal' },
  copy: { id: 'refused.copy', defaultMessage: 'Copy my words' },
  copied: { id: 'refused.copied', defaultMessage: 'Copied' },
  dismiss: { id: 'refused.dismiss', defaultMessage: 'Close this message' },
});
