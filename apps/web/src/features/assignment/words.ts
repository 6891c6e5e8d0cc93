// The words of assigning questions.
import { defineMessages } from 'react-intl';

export const assignmentWords = defineMessages({
  title: { id: 'assignment.title', defaultMessage: '{count, plural, one {Assign question {first}} other {Assign # questions}}' },
  leading: { id: 'assignment.leading', defaultMessage: 'Leading agency' },
  leadingHint: { id: 'assignment.leading-hint', defaultMessage: 'Writes the answer and clears it.' },
  chooseAgency: { id: 'assignment.choose-agency', defaultMessage: 'Choose an agency' },
  contributors: { id: 'assignment.contributors', defaultMessage: 'Contributing agencies' },
  contributorsHint: {
    id: 'assignment.contributors-hint',
    defaultMessage: 'May write as well. One that must clear has a say in the exact text.',
  },
  mustClear: { id: 'assignment.must-clear', defaultMessage: 'must clear' },
  agencyMustClear: { id: 'assignment.agency-must-clear', defaultMessage: '{agency} must clear' },
  due: { id: 'assignment.due', defaultMessage: 'Due date' },
  dueHint: { id: 'assignment.due-hint', defaultMessage: 'May be left empty.' },
  preview: { id: 'assignment.preview', defaultMessage: 'What changes' },
  chooseFirst: { id: 'assignment.choose-first', defaultMessage: 'Choose the leading agency first.' },
  ofQuestions: {
    id: 'assignment.of-questions',
    defaultMessage: '{count, plural, one {Question {questions}} other {Questions {questions}}}',
  },
  nothingChanges: { id: 'assignment.nothing-changes', defaultMessage: 'This is how it is assigned already.' },
  stays: { id: 'assignment.stays', defaultMessage: 'stays as it is' },
  changeLeading: { id: 'assignment.change-leading', defaultMessage: '{to} leads instead of {from}' },
  newLeading: { id: 'assignment.new-leading', defaultMessage: '{to} leads' },
  added: { id: 'assignment.added', defaultMessage: '{count, plural, one {{agencies} contributes} other {{agencies} contribute}}' },
  removed: {
    id: 'assignment.removed',
    defaultMessage: '{count, plural, one {{agencies} no longer contributes} other {{agencies} no longer contribute}}',
  },
  stillAsked: {
    id: 'assignment.still-asked',
    defaultMessage:
      '{count, plural, one {{agencies} has} other {{agencies} have}} an open query here and would no longer take part. It stays open until it is answered, or you close it.',
  },
  nowClears: { id: 'assignment.now-clears', defaultMessage: '{agencies} must clear' },
  clearsNoMore: { id: 'assignment.clears-no-more', defaultMessage: '{agencies} need not clear' },
  dueChanges: { id: 'assignment.due-changes', defaultMessage: 'due {day}' },
  dueRemoved: { id: 'assignment.due-removed', defaultMessage: 'due date removed' },
  assign: { id: 'assignment.assign', defaultMessage: '{count, plural, one {Assign # question} other {Assign # questions}}' },
  done: { id: 'assignment.done', defaultMessage: '{count, plural, one {# question is} other {# questions are}} now with {agency}.' },
});
