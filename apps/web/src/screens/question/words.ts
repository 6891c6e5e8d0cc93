// The words around one answer: its question, its neighbours, the tabs beside it.
import { defineMessages } from 'react-intl';

export const questionWords = defineMessages({
  returnedBy: { id: 'question.returned-by', defaultMessage: '{by} returned this answer on {moment}' },
  reopenedBy: { id: 'question.reopened-by', defaultMessage: '{by} reopened this answer on {moment}' },
  aCoordinator: { id: 'question.a-coordinator', defaultMessage: 'A coordinator' },
  untilCleared: { id: 'question.until-cleared', defaultMessage: 'This stays here until an agency clears the answer again.' },
  heading: { id: 'question.heading', defaultMessage: 'Question {number}' },
  sectionList: { id: 'question.section-list', defaultMessage: 'Questions of this section' },
  previous: { id: 'question.previous', defaultMessage: 'Previous question' },
  next: { id: 'question.next', defaultMessage: 'Next question' },
  unreadable: {
    id: 'question.unreadable',
    defaultMessage:
      'This answer can’t be read at the moment. Your administrator has been told. Nobody can write in it or decide on it until it is repaired; all other answers go on as usual.',
  },
  required: { id: 'question.required', defaultMessage: 'Required' },
  optional: { id: 'question.optional', defaultMessage: 'Not required' },
  aside: { id: 'question.aside', defaultMessage: 'About this answer' },
  threads: { id: 'question.threads', defaultMessage: 'Threads' },
  threadsCount: { id: 'question.threads-count', defaultMessage: '{count, plural, =0 {Threads} one {# thread} other {# threads}}' },
  history: { id: 'question.history', defaultMessage: 'History' },
  people: { id: 'question.people', defaultMessage: 'People' },
});
