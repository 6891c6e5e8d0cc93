// The words around decisions. The words people agree to are the domain's.
import { defineMessages } from 'react-intl';

export const decisionWords = defineMessages({
  clear: { id: 'decision.clear', defaultMessage: 'Clear for {agency}' },
  accept: { id: 'decision.accept', defaultMessage: 'Accept answer' },
  'no-answer': { id: 'decision.no-answer', defaultMessage: 'Leave without an answer' },
  return: { id: 'decision.return', defaultMessage: 'Return to drafting' },
  reopen: { id: 'decision.reopen', defaultMessage: 'Reopen answer' },
});

export const reasonWords = defineMessages({
  incorrect: { id: 'reason.incorrect', defaultMessage: 'Something in it is not correct' },
  incomplete: { id: 'reason.incomplete', defaultMessage: 'Something is missing' },
  outdated: { id: 'reason.outdated', defaultMessage: 'It is out of date' },
  unclear: { id: 'reason.unclear', defaultMessage: 'It is not clear' },
  other: { id: 'reason.other', defaultMessage: 'Another reason' },
});

export const signOffWords = defineMessages({
  bar: { id: 'sign-off.bar', defaultMessage: 'Where this answer stands' },
  more: { id: 'sign-off.more', defaultMessage: 'More decisions' },
  notSaved: { id: 'sign-off.not-saved', defaultMessage: 'Waits until everything is saved.' },
  notOpen: { id: 'sign-off.not-open', defaultMessage: 'Waits until the answer is open and connected.' },
  clearExplained: {
    id: 'sign-off.clear-explained',
    defaultMessage: 'When the text changes after that, your agency is asked to clear it again.',
  },
  returnExplained: {
    id: 'sign-off.return-explained',
    defaultMessage: 'All clearances of this answer are taken back. The agencies are told why.',
  },
  reopenExplained: {
    id: 'sign-off.reopen-explained',
    defaultMessage: 'Acceptance and clearances are taken back, and the agencies can write again.',
  },
  voidsApproval: {
    id: 'sign-off.voids-approval',
    defaultMessage: 'The round is approved. Reopening this answer makes the approval void, and the record says so.',
  },
  doubtUnticked: {
    id: 'sign-off.doubt-unticked',
    defaultMessage: 'Words stand beside an option that is not ticked. They go out with the answer.',
  },
  doubtMalformed: {
    id: 'sign-off.doubt-malformed',
    defaultMessage: 'A field that asks for an e-mail or web address holds none.',
  },
  voidsSent: {
    id: 'sign-off.voids-sent',
    defaultMessage:
      'The form has been sent. Reopening this answer makes the approval void, and the record says so. Tell those who received the form; it has to be approved and sent again.',
  },
  reason: { id: 'sign-off.reason', defaultMessage: 'Why?' },
  reasonText: { id: 'sign-off.reason-text', defaultMessage: 'In your words, if that helps' },
  reasonTextNeeded: { id: 'sign-off.reason-text-needed', defaultMessage: 'In your words' },
  reasonMissing: { id: 'sign-off.reason-missing', defaultMessage: 'Choose a reason first.' },
  reasonTextTooLong: { id: 'sign-off.reason-text-too-long', defaultMessage: 'Shorten the reason first.' },
  reasonTextMissing: { id: 'sign-off.reason-text-missing', defaultMessage: 'Write the reason in words first.' },
  changedTitle: { id: 'sign-off.changed-title', defaultMessage: 'The text has changed since you opened this.' },
  changedText: { id: 'sign-off.changed-text', defaultMessage: 'Nothing is decided yet. This is the difference:' },
  thisText: { id: 'sign-off.this-text', defaultMessage: 'The text that you decide on' },
  changedSince: { id: 'sign-off.changed-since', defaultMessage: 'Changed since your agency cleared it on {moment}' },
  readAgain: { id: 'sign-off.read-again', defaultMessage: 'Back to the answer' },
  seenChange: { id: 'sign-off.seen-change', defaultMessage: 'I have seen the change' },
  waitingFor: { id: 'sign-off.waiting-for', defaultMessage: 'Waits for the clearance of {agencies}.' },
  clearedBy: { id: 'sign-off.cleared-by', defaultMessage: 'Cleared by {agencies}.' },
  stale: { id: 'sign-off.stale', defaultMessage: 'Changed since {agencies} cleared it.' },
  acceptedBy: { id: 'sign-off.accepted-by', defaultMessage: 'Accepted by {person}, {date}.' },
  noAnswerBy: { id: 'sign-off.no-answer-by', defaultMessage: 'Left without an answer by {person}, {date}.' },
  nobodyLeads: { id: 'sign-off.nobody-leads', defaultMessage: 'No agency leads it yet.' },
});
