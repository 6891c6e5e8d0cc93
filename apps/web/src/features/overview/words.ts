// The words of a round's overview.
import { defineMessages } from 'react-intl';

export const overviewWords = defineMessages({
  noDueDate: { id: 'overview.no-due-date', defaultMessage: 'No due date' },
  daysLeft: {
    id: 'overview.days-left',
    defaultMessage: '{days, plural, =0 {Last day} one {# day left} other {# days left}}',
  },
  daysOver: { id: 'overview.days-over', defaultMessage: '{days, plural, one {# day overdue} other {# days overdue}}' },
  approvedAt: { id: 'overview.approved-at', defaultMessage: 'Approved {moment}' },
  sentAt: { id: 'overview.sent-at', defaultMessage: 'Sent {moment}' },
  whoIsHere: { id: 'overview.who-is-here', defaultMessage: 'Here now' },
  nobodyHere: { id: 'overview.nobody-here', defaultMessage: 'Nobody is in an answer now' },

  accepted: { id: 'overview.accepted', defaultMessage: '{accepted} of {questions} accepted' },
  progress: {
    id: 'overview.progress',
    defaultMessage:
      '{accepted} accepted, {cleared} cleared, {partly} partly cleared, {ready} ready to clear, {written} being written, {empty} empty, {unassigned} unassigned, of {questions}',
  },

  voided: { id: 'overview.voided', defaultMessage: 'The approval of {approved} is void: {by} reopened {question} on {voided}.' },
  voidedUnknown: { id: 'overview.voided-unknown', defaultMessage: 'The approval of {approved} has been void since {voided}.' },
  voidedSent: {
    id: 'overview.voided-sent',
    defaultMessage: 'The form was sent on {sent}, and must be sent again after the next approval.',
  },
  seeApproval: { id: 'overview.see-approval', defaultMessage: 'See what the approval needs' },
  anAnswer: { id: 'overview.an-answer', defaultMessage: 'an answer' },
  aQuestionOf: { id: 'overview.question-of', defaultMessage: 'question {number}' },

  waiting: { id: 'overview.waiting', defaultMessage: 'Waiting for me' },
  waitingMore: { id: 'overview.waiting-more', defaultMessage: 'Show {count} more' },
  toConfirm: { id: 'overview.to-confirm', defaultMessage: '{name} is named and waits for your confirmation: {role}' },
  lookAndConfirm: { id: 'overview.look-and-confirm', defaultMessage: 'Look and confirm' },
  nothingWaiting: { id: 'overview.nothing-waiting', defaultMessage: 'Nothing is waiting for you. Questions that need you appear here.' },
  approve: { id: 'overview.approve', defaultMessage: 'Approve the round' },
  recordSending: { id: 'overview.record-sending', defaultMessage: 'Record the sending' },
  everyAnswerAccepted: { id: 'overview.every-answer-accepted', defaultMessage: 'Every answer is accepted' },
  roundIsApproved: { id: 'overview.round-is-approved', defaultMessage: 'The round is approved' },
  question: { id: 'overview.question', defaultMessage: 'Question {number}' },

  questions: { id: 'overview.questions', defaultMessage: 'Questions' },
  frontSection: { id: 'overview.front-section', defaultMessage: 'Respondent and authority' },
  agencyFilter: { id: 'overview.agency-filter', defaultMessage: 'Agency' },
  everyAgency: { id: 'overview.every-agency', defaultMessage: 'Every agency' },
  statusFilter: { id: 'overview.status-filter', defaultMessage: 'Status' },
  everyStatus: { id: 'overview.every-status', defaultMessage: 'All' },
  mineFilter: { id: 'overview.mine-filter', defaultMessage: 'Mine' },
  mineFilterWhy: { id: 'overview.mine-filter-why', defaultMessage: 'Assigned to my agency or waiting for me' },
  showEverything: { id: 'overview.show-everything', defaultMessage: 'Show every question' },
  shown: {
    id: 'overview.shown',
    defaultMessage: '{count, plural, =0 {No question shown} one {# question shown} other {# questions shown}}',
  },
  nothingShown: { id: 'overview.nothing-shown', defaultMessage: 'No question matches' },
  nothingShownWhy: { id: 'overview.nothing-shown-why', defaultMessage: 'The filters hide every question. They are all still there.' },
  noAnswers: { id: 'overview.no-answers', defaultMessage: 'No question is open to you yet' },
  noAnswersWhy: {
    id: 'overview.no-answers-why',
    defaultMessage: 'In this round an agency sees the questions assigned to it. Yours appear here when a coordinator assigns them.',
  },
  noReader: { id: 'overview.no-reader', defaultMessage: 'You read no answers in this round' },
  noReaderWhy: {
    id: 'overview.no-reader-why',
    defaultMessage:
      'Neither managers nor administrators read answers by that role alone, nor does a person who is only named. What you can do is under People.',
  },
  keys: { id: 'overview.keys', defaultMessage: 'Up and down arrows move between questions, Enter opens one.' },
  keysSelect: {
    id: 'overview.keys-select',
    defaultMessage: 'Up and down arrows move between questions, Enter opens one, Space selects it.',
  },

  columnQuestion: { id: 'overview.column-question', defaultMessage: 'Question' },
  columnAgencies: { id: 'overview.column-agencies', defaultMessage: 'Agencies' },
  columnStatus: { id: 'overview.column-status', defaultMessage: 'Status' },
  columnDue: { id: 'overview.column-due', defaultMessage: 'Due' },
  columnHere: { id: 'overview.column-here', defaultMessage: 'Here' },
  leads: { id: 'overview.leads', defaultMessage: 'Leading agency:' },
  contributes: { id: 'overview.contributes', defaultMessage: 'Contributing:' },
  hasCleared: { id: 'overview.has-cleared', defaultMessage: 'has cleared' },
  mustClear: { id: 'overview.must-clear', defaultMessage: 'must clear' },
  nobodyLeads: { id: 'overview.nobody-leads', defaultMessage: 'No agency yet' },
  byRespondent: { id: 'overview.by-respondent', defaultMessage: 'Authorized respondent' },
  withApproval: { id: 'overview.with-approval', defaultMessage: 'With the approval' },
  select: { id: 'overview.select', defaultMessage: 'Select question {number}' },
  selectSection: { id: 'overview.select-section', defaultMessage: 'Select all of {section}' },

  selected: { id: 'overview.selected', defaultMessage: '{count} selected' },
  assign: { id: 'overview.assign', defaultMessage: 'Assign' },
  clearSelection: { id: 'overview.clear-selection', defaultMessage: 'Deselect all' },

  byAgency: { id: 'overview.by-agency', defaultMessage: 'Progress by agency' },
  leadsNothing: { id: 'overview.leads-nothing', defaultMessage: 'Leads no question' },
  unassignedQuestions: {
    id: 'overview.unassigned-questions',
    defaultMessage: '{count, plural, one {# question has no agency} other {# questions have no agency}}',
  },
});
