// The words for statuses, roles, phases and next steps: the same word wherever one is shown.
import type { AnswerStage, NextStep, Phase, ReturnReason, Role } from '@chancery/domain';
import { defineMessages, type MessageDescriptor } from 'react-intl';

/** `partly-cleared` takes `cleared` and `of`, two numbers of agencies. */
export const stageWords = defineMessages({
  unassigned: { id: 'status.unassigned', defaultMessage: 'Unassigned' },
  drafting: { id: 'status.drafting', defaultMessage: 'Drafting' },
  empty: { id: 'status.empty', defaultMessage: 'Empty' },
  'being-written': { id: 'status.being-written', defaultMessage: 'Being written' },
  'ready-to-clear': { id: 'status.ready-to-clear', defaultMessage: 'Ready to clear' },
  'partly-cleared': { id: 'status.partly-cleared', defaultMessage: 'Cleared {cleared} of {of}' },
  cleared: { id: 'status.cleared', defaultMessage: 'Cleared' },
  accepted: { id: 'status.accepted', defaultMessage: 'Accepted' },
  sealed: { id: 'status.sealed', defaultMessage: 'Sealed' },
} as const satisfies Record<AnswerStage, MessageDescriptor>);

/** The same for a list of several answers, where the numbers differ. */
export const stageInLists = defineMessages({
  'partly-cleared': { id: 'status.partly-cleared-in-lists', defaultMessage: 'Partly cleared' },
});

export const roleWords = defineMessages({
  coordinator: { id: 'role.coordinator', defaultMessage: 'Coordinator' },
  manager: { id: 'role.manager', defaultMessage: 'Manager' },
  drafter: { id: 'role.drafter', defaultMessage: 'Drafter' },
  'clearing-officer': { id: 'role.clearing-officer', defaultMessage: 'Clearing officer' },
  'authorized-respondent': { id: 'role.authorized-respondent', defaultMessage: 'Authorized respondent' },
  observer: { id: 'role.observer', defaultMessage: 'Observer' },
} as const satisfies Record<Role, MessageDescriptor>);

/** What each role may do, as product rules have it. */
export const roleMeaningWords = defineMessages({
  coordinator: {
    id: 'role.coordinator.may',
    defaultMessage: 'Assigns questions, sets due dates, edits any open answer, accepts, returns and reopens answers, records the sending.',
  },
  manager: {
    id: 'role.manager.may',
    defaultMessage:
      'Invites the people of their own agency, gives them their roles and vouches for them. Reads no answer by that role alone.',
  },
  drafter: { id: 'role.drafter.may', defaultMessage: 'Edits the answers assigned to their own agency, and comments.' },
  'clearing-officer': {
    id: 'role.clearing-officer.may',
    defaultMessage: 'Does what a drafter does, and clears answers for their own agency.',
  },
  'authorized-respondent': { id: 'role.authorized-respondent.may', defaultMessage: 'Reads everything, comments, and approves the round.' },
  observer: { id: 'role.observer.may', defaultMessage: 'Reads and comments.' },
} as const satisfies Record<Role, MessageDescriptor>);

export const phaseWords = defineMessages({
  open: { id: 'phase.open', defaultMessage: 'Open' },
  approved: { id: 'phase.approved', defaultMessage: 'Approved' },
  sent: { id: 'phase.sent', defaultMessage: 'Sent' },
} as const satisfies Record<Phase, MessageDescriptor>);

/** The verb first: what the button of the next step says. */
export const nextStepWords = defineMessages({
  revise: { id: 'next-step.revise', defaultMessage: 'Revise the answer' },
  assign: { id: 'next-step.assign', defaultMessage: 'Assign' },
  'answer-query': { id: 'next-step.answer-query', defaultMessage: 'Answer the query' },
  clear: { id: 'next-step.clear', defaultMessage: 'Clear for {agency}' },
  accept: { id: 'next-step.accept', defaultMessage: 'Accept answer' },
  draft: { id: 'next-step.draft', defaultMessage: 'Write the answer' },
  'confirm-choices': { id: 'next-step.confirm-choices', defaultMessage: 'Confirm the ticks' },
} as const satisfies Record<NextStep, MessageDescriptor>);

/** What stands on top of a status. */
export const markWords = defineMessages({
  'no-answer': { id: 'mark.no-answer', defaultMessage: 'No answer' },
  'stale-clearance': {
    id: 'mark.stale-clearance',
    defaultMessage: '{count, plural, one {Clearance of an earlier text} other {# clearances of an earlier text}}',
  },
  'open-query': { id: 'mark.open-query', defaultMessage: '{count, plural, one {# open query} other {# open queries}}' },
  returned: { id: 'mark.returned', defaultMessage: 'Returned' },
  reopened: { id: 'mark.reopened', defaultMessage: 'Reopened' },
  overdue: { id: 'mark.overdue', defaultMessage: 'Overdue' },
  'required-empty': { id: 'mark.required-empty', defaultMessage: 'Required but empty' },
  unreadable: { id: 'mark.unreadable', defaultMessage: 'This answer can’t be read at the moment. Your administrator has been told.' },
  'to-confirm': { id: 'mark.to-confirm', defaultMessage: '{count, plural, one {Please confirm the tick} other {Please confirm # ticks}}' },
  'open-proposal': { id: 'mark.open-proposal', defaultMessage: '{count, plural, one {# proposal} other {# proposals}}' },
});
/** Why an answer was taken back; another reason is only in what the coordinator wrote. */
export const takenBackReasons = defineMessages({
  incorrect: { id: 'taken-back.incorrect', defaultMessage: 'Something in it is not correct.' },
  incomplete: { id: 'taken-back.incomplete', defaultMessage: 'Something is missing.' },
  outdated: { id: 'taken-back.outdated', defaultMessage: 'It is out of date.' },
  unclear: { id: 'taken-back.unclear', defaultMessage: 'It is not clear.' },
} as const satisfies Record<Exclude<ReturnReason, 'other'>, MessageDescriptor>);

export type MarkName = keyof typeof markWords;
