// The words of rounds: those of a person, the administrator's page, opening one and its settings.
import { defineMessages } from 'react-intl';

export const roundWords = defineMessages({
  open: { id: 'round.open', defaultMessage: 'Open a round' },
  progress: { id: 'round.progress', defaultMessage: '{accepted} of {questions} accepted' },
  due: { id: 'round.due', defaultMessage: 'Due {day}, {distance}' },
  noDue: { id: 'round.no-due', defaultMessage: 'No due date' },
  settings: { id: 'round.settings', defaultMessage: 'Round settings' },
  noRounds: { id: 'round.no-rounds', defaultMessage: 'You take part in no round yet' },
  noRoundsWhy: { id: 'round.no-rounds-why', defaultMessage: 'A coordinator adds you to a round. It then appears here.' },
  asNamed: { id: 'rounds.as-named', defaultMessage: '{agency}, named as {roles}; waits for a confirmation' },
  asRole: { id: 'round.as-role', defaultMessage: '{agency}, {roles}' },
});

export const administrationWords = defineMessages({
  title: { id: 'administration.title', defaultMessage: 'Administration' },
  detail: {
    id: 'administration.detail',
    defaultMessage: 'Rounds of this installation. A round is one country answering one questionnaire once.',
  },
  notYours: { id: 'administration.not-yours', defaultMessage: 'This page is for administrators' },
  notYoursWhy: {
    id: 'administration.not-yours-why',
    defaultMessage: 'Administrators open rounds and invite people. Ask one of them if you need a round.',
  },
  accounts: { id: 'administration.accounts', defaultMessage: 'Accounts' },
  rounds: { id: 'administration.rounds', defaultMessage: 'Rounds' },
  none: { id: 'administration.none', defaultMessage: 'No round yet' },
  noneWhy: {
    id: 'administration.none-why',
    defaultMessage:
      'Open the first one: choose the questionnaire, name the country and the agency that leads, then invite its coordinator.',
  },
  people: { id: 'administration.people', defaultMessage: 'People and agencies' },
  actionsFor: { id: 'administration.actions-for', defaultMessage: 'Actions for {round}' },
});

export const roundFormWords = defineMessages({
  title: { id: 'round-form.title', defaultMessage: 'Title of the round' },
  titleHint: {
    id: 'round-form.title-hint',
    defaultMessage: 'For example “Malaysia, MSQ 2022”. It appears in the sentence that is signed.',
  },
  titleMissing: { id: 'round-form.title-missing', defaultMessage: 'Enter a title.' },
  country: { id: 'round-form.country', defaultMessage: 'Country' },
  countryMissing: { id: 'round-form.country-missing', defaultMessage: 'Enter the country.' },
  questionnaire: { id: 'round-form.questionnaire', defaultMessage: 'Questionnaire' },
  questionnaireHint: { id: 'round-form.questionnaire-hint', defaultMessage: 'The round keeps the version it is opened with.' },
  version: { id: 'round-form.version', defaultMessage: '{title} (version {version})' },
  noQuestionnaire: { id: 'round-form.no-questionnaire', defaultMessage: 'There is no questionnaire to open a round with.' },
  reading: { id: 'round-form.reading', defaultMessage: 'Who reads what' },
  shared: { id: 'round-form.shared', defaultMessage: 'Shared' },
  sharedHint: {
    id: 'round-form.shared-hint',
    defaultMessage: 'Every member reads every answer. Writing and clearing stay with the agencies that a question is assigned to.',
  },
  separate: { id: 'round-form.separate', defaultMessage: 'Separate' },
  separateHint: {
    id: 'round-form.separate-hint',
    defaultMessage: 'An agency sees only the questions assigned to it. Coordinators, the authorized respondent and observers see all.',
  },
  due: { id: 'round-form.due', defaultMessage: 'Due date (optional)' },
  dueHint: { id: 'round-form.due-hint', defaultMessage: 'The day on which the finished form must leave the country.' },
  timeZone: { id: 'round-form.time-zone', defaultMessage: 'Time zone of the round' },
  timeZoneHint: { id: 'round-form.time-zone-hint', defaultMessage: 'It says when a due day is over, for everybody alike.' },
  lead: { id: 'round-form.lead', defaultMessage: 'Lead coordinating agency' },
  leadHint: {
    id: 'round-form.lead-hint',
    defaultMessage: 'Its coordinators assign the questions and accept the answers. The other agencies are added afterwards.',
  },
  agencyName: { id: 'round-form.agency-name', defaultMessage: 'Full name' },
  agencyShort: { id: 'round-form.agency-short', defaultMessage: 'Short name' },
  agencyShortHint: { id: 'round-form.agency-short-hint', defaultMessage: 'As colleagues say it, at most 30 characters.' },
  agencyNameMissing: { id: 'round-form.agency-name-missing', defaultMessage: 'Enter the name of the agency.' },
  agencyShortMissing: { id: 'round-form.agency-short-missing', defaultMessage: 'Enter a short name.' },
  open: { id: 'round-form.open', defaultMessage: 'Open the round' },
  opened: { id: 'round-form.opened', defaultMessage: '{title} is open. Invite its coordinator next.' },
  save: { id: 'round-form.save', defaultMessage: 'Save settings' },
  saved: { id: 'round-form.saved', defaultMessage: 'The settings of {title} are saved.' },
  notOpen: { id: 'round-form.not-open', defaultMessage: 'The round has been approved, so its settings can no longer be changed.' },
});
