// The words of the questionnaire as it is printed.
import { defineMessages } from 'react-intl';

export const questionnaireWords = defineMessages({
  detail: { id: 'questionnaire.detail', defaultMessage: 'All answers as they will be printed.' },
  jump: { id: 'questionnaire.jump', defaultMessage: 'Jump to' },
  jumpQuestion: { id: 'questionnaire.jump-question', defaultMessage: 'Question {number}: {status}' },
  jumpUnnumbered: { id: 'questionnaire.jump-unnumbered', defaultMessage: '{text}: {status}' },
  front: { id: 'questionnaire.front', defaultMessage: 'Respondent' },
  open: { id: 'questionnaire.open', defaultMessage: 'Open question {number}' },
  openUnnumbered: { id: 'questionnaire.open-unnumbered', defaultMessage: 'Open “{text}”' },
  openShort: { id: 'questionnaire.open-short', defaultMessage: 'Open' },
  closedToYou: { id: 'questionnaire.closed-to-you', defaultMessage: 'not open to you' },
  print: { id: 'questionnaire.print', defaultMessage: 'Print' },
  required: { id: 'questionnaire.required', defaultMessage: '(required)' },
  byRespondent: { id: 'questionnaire.by-respondent', defaultMessage: 'Given with the approval' },
  noneOpen: { id: 'questionnaire.none-open', defaultMessage: 'No answer of this round is open to you' },
  noneOpenWhy: {
    id: 'questionnaire.none-open-why',
    defaultMessage: 'You read the answers to the questions that are assigned to your agency, and none is yet.',
  },
  unreadable: {
    id: 'questionnaire.unreadable',
    defaultMessage: 'This answer can’t be read at the moment. Your administrator has been told.',
  },
  notOpen: {
    id: 'questionnaire.not-open',
    defaultMessage: 'This question is assigned to other agencies. In this round you read the answers of your own.',
  },
});
