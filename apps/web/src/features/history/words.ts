// The words of an answer's history and of the people around it.
import { defineMessages } from 'react-intl';

export const historyWords = defineMessages({
  none: { id: 'history.none', defaultMessage: 'Nothing has happened yet.' },
  wrote: { id: 'history.wrote', defaultMessage: '{person} wrote' },
  server: { id: 'history.server', defaultMessage: 'Chancery' },
  somebody: { id: 'history.somebody', defaultMessage: 'Somebody who has left the round' },
  forAgency: { id: 'history.for-agency', defaultMessage: '{person}, {agency}' },
});

export const entryWords = defineMessages({
  assigned: { id: 'entry.assigned', defaultMessage: 'assigned the question' },
  imported: { id: 'entry.imported', defaultMessage: 'imported an answer' },
  'query-raised': { id: 'entry.query-raised', defaultMessage: 'raised a query' },
  'query-closed': { id: 'entry.query-closed', defaultMessage: 'closed a query' },
  'query-reopened': { id: 'entry.query-reopened', defaultMessage: 'reopened a query' },
  cleared: { id: 'entry.cleared', defaultMessage: 'cleared the answer' },
  accepted: { id: 'entry.accepted', defaultMessage: 'accepted the answer' },
  'no-answer': { id: 'entry.no-answer', defaultMessage: 'left the question without an answer' },
  returned: { id: 'entry.returned', defaultMessage: 'returned the answer to drafting' },
  reopened: { id: 'entry.reopened', defaultMessage: 'reopened the answer' },
  approved: { id: 'entry.approved', defaultMessage: 'approved the round' },
  'approval-voided': { id: 'entry.approval-voided', defaultMessage: 'made the approval void' },
  sent: { id: 'entry.sent', defaultMessage: 'recorded that the form was sent' },
  other: { id: 'entry.other', defaultMessage: 'changed the round' },
});

export const peopleWords = defineMessages({
  here: { id: 'answer-people.here', defaultMessage: 'Here now' },
  nobodyHere: { id: 'answer-people.nobody-here', defaultMessage: 'Nobody else has this answer open.' },
  you: { id: 'answer-people.you', defaultMessage: '{name} (you)' },
  assignment: { id: 'answer-people.assignment', defaultMessage: 'Assignment' },
  leads: { id: 'answer-people.leads', defaultMessage: 'leads' },
  contributes: { id: 'answer-people.contributes', defaultMessage: 'contributes' },
  mustClear: { id: 'answer-people.must-clear', defaultMessage: 'must clear' },
  hasCleared: { id: 'answer-people.has-cleared', defaultMessage: 'cleared this text' },
  clearedEarlier: { id: 'answer-people.cleared-earlier', defaultMessage: 'cleared an earlier text' },
  unassigned: { id: 'answer-people.unassigned', defaultMessage: 'No agency leads this answer yet.' },
  due: { id: 'answer-people.due', defaultMessage: 'Due {date}' },
  noDue: { id: 'answer-people.no-due', defaultMessage: 'No due date' },
  assign: { id: 'answer-people.assign', defaultMessage: 'Change assignment' },
  mayWrite: { id: 'answer-people.may-write', defaultMessage: 'Who may write and clear' },
  mayWriteText: {
    id: 'answer-people.may-write-text',
    defaultMessage:
      'Drafters and clearing officers of the agencies above write. Their clearing officers clear. Coordinators of {lead} edit, accept and return.',
  },
});
