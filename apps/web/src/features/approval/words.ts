// The words of the approval. The sentence that is signed is the domain's.
import { defineMessages } from 'react-intl';

export const approvalWords = defineMessages({
  title: { id: 'approval.title', defaultMessage: 'Approval' },
  detail: {
    id: 'approval.detail',
    defaultMessage: 'The authorized respondent reads the whole answer and signs exactly what is shown here.',
  },
  detailMine: {
    id: 'approval.detail-mine',
    defaultMessage: 'Read the whole answer, give your statements, then sign exactly what is shown here.',
  },
  answers: { id: 'approval.answers', defaultMessage: 'The answers' },
  answersLead: { id: 'approval.answers-lead', defaultMessage: 'This is the whole questionnaire as it will be sent.' },
  unfinishedTitle: {
    id: 'approval.unfinished-title',
    defaultMessage: '{count, plural, one {# question is} other {# questions are}} not accepted yet',
  },
  noAuthority: {
    id: 'approval.no-authority',
    defaultMessage: 'Nobody has the role “authorized respondent” yet. A coordinator gives it to somebody on the page “People”.',
  },
  toPeople: { id: 'approval.to-people', defaultMessage: 'Open people and agencies' },
  waitsFor: { id: 'approval.waits-for', defaultMessage: '{names} will approve the round.' },
  waitsReady: { id: 'approval.waits-ready', defaultMessage: 'Every answer is accepted. The round waits for the approval.' },
  waitsUnfinished: { id: 'approval.waits-unfinished', defaultMessage: 'The round can be approved when every answer is accepted.' },
  accepted: { id: 'approval.accepted', defaultMessage: '{accepted} of {questions} accepted' },
});

export const checklistWords = defineMessages({
  title: { id: 'checklist.title', defaultMessage: 'Before you approve' },
  progress: { id: 'checklist.progress', defaultMessage: '{done} of {of} done' },
  done: { id: 'checklist.done', defaultMessage: 'Done' },
  open: { id: 'checklist.open', defaultMessage: 'Still to do' },
  answersDone: { id: 'checklist.answers-done', defaultMessage: 'All {count} questions are accepted' },
  answersOpen: {
    id: 'checklist.answers-open',
    defaultMessage: '{count, plural, one {# question is} other {# questions are}} not accepted',
  },
  showUnfinished: { id: 'checklist.show-unfinished', defaultMessage: 'Show which' },
  changed: {
    id: 'checklist.changed',
    defaultMessage: '{count, plural, one {An answer has} other {# answers have}} changed since you read it',
  },
  statement: { id: 'checklist.statement', defaultMessage: 'Statement “{statement}”' },
  statementEmpty: { id: 'checklist.statement-empty', defaultMessage: 'Not given yet' },
  statementUnconfirmed: { id: 'checklist.statement-unconfirmed', defaultMessage: 'Please confirm the tick' },
  statementSaving: { id: 'checklist.statement-saving', defaultMessage: 'Being saved' },
  statementGiven: { id: 'checklist.statement-given', defaultMessage: 'Given' },
  identity: { id: 'checklist.identity', defaultMessage: 'Who you are' },
  identityOpen: { id: 'checklist.identity-open', defaultMessage: 'Confirm with your password' },
  identityDone: { id: 'checklist.identity-done', defaultMessage: 'Confirmed' },
});

export const changeWords = defineMessages({
  title: {
    id: 'change.title',
    defaultMessage: '{count, plural, one {An answer has} other {# answers have}} changed since you read it',
  },
  explained: {
    id: 'change.explained',
    defaultMessage: 'A coordinator reopened it and accepted another text. Nothing was signed. This is the difference:',
  },
  question: { id: 'change.question', defaultMessage: 'Question {number}' },
  seen: { id: 'change.seen', defaultMessage: 'I have read what changed' },
});

export const standingWords = defineMessages({
  title: { id: 'standing.title', defaultMessage: 'Who stands behind the answers' },
  lead: { id: 'standing.lead', defaultMessage: 'Each clearance is of exactly the text that stands. The record holds every decision.' },
  cleared: { id: 'standing.cleared', defaultMessage: 'Cleared' },
  accepted: { id: 'standing.accepted', defaultMessage: 'Accepted' },
  noAnswer: { id: 'standing.no-answer', defaultMessage: 'Left without an answer' },
  count: { id: 'standing.count', defaultMessage: '{count, plural, one {# question} other {# questions}}' },
  between: { id: 'standing.between', defaultMessage: '{first} to {last}' },
  none: { id: 'standing.none', defaultMessage: 'Nobody has cleared or accepted an answer yet.' },
  toRecord: { id: 'standing.to-record', defaultMessage: 'Open the record' },
});

export const statementWords = defineMessages({
  title: { id: 'statement.title', defaultMessage: 'Your statements' },
  lead: { id: 'statement.lead', defaultMessage: 'As the form prints them. Only you give them, and they are part of what you sign.' },
});

export const signatureWords = defineMessages({
  title: { id: 'signature.title', defaultMessage: 'Sign' },
  whatIsSigned: { id: 'signature.what-is-signed', defaultMessage: 'What you sign' },
  whatFollows: {
    id: 'signature.what-follows',
    defaultMessage:
      'With the approval every answer is sealed. If a coordinator reopens one afterwards, your approval becomes void and the record says so.',
  },
  identity: { id: 'signature.identity', defaultMessage: 'Confirm who you are' },
  password: { id: 'signature.password', defaultMessage: 'Your password' },
  passwordHint: { id: 'signature.password-hint', defaultMessage: 'The one you sign in with, {email}.' },
  passwordMissing: { id: 'signature.password-missing', defaultMessage: 'Enter your password.' },
  passwordWrong: { id: 'signature.password-wrong', defaultMessage: 'That is not your password. Nothing was signed. Try again.' },
  demoPassword: { id: 'signature.demo-password', defaultMessage: 'This is a demo: everybody’s password is {password}' },
  confirm: { id: 'signature.confirm', defaultMessage: 'Confirm' },
  confirmed: { id: 'signature.confirmed', defaultMessage: 'You confirmed who you are. It counts for five minutes.' },
  expired: { id: 'signature.expired', defaultMessage: 'Five minutes have passed. Confirm again who you are.' },
  approve: { id: 'signature.approve', defaultMessage: 'Approve the round' },
});

/** Why the round cannot be approved yet, beside its button. */
export const obstacleWords = defineMessages({
  loading: { id: 'obstacle.loading', defaultMessage: 'Waits until everything is loaded.' },
  offline: { id: 'obstacle.offline', defaultMessage: 'Waits for the connection.' },
  unfinished: { id: 'obstacle.unfinished', defaultMessage: 'Some questions are not accepted yet.' },
  changed: { id: 'obstacle.changed', defaultMessage: 'Read what has changed first.' },
  'statement-saving': { id: 'obstacle.statement-saving', defaultMessage: 'Waits until your statements are saved.' },
  'statement-unconfirmed': { id: 'obstacle.statement-unconfirmed', defaultMessage: 'Confirm the ticks of your statements first.' },
  'statement-empty': { id: 'obstacle.statement-empty', defaultMessage: 'Give your statements first.' },
  identity: { id: 'obstacle.identity', defaultMessage: 'Confirm who you are first.' },
});

/** Refusals that can say more here than elsewhere. */
export const approvalRefusalWords = defineMessages({
  'content-changed': {
    id: 'approval-refusal.content-changed',
    defaultMessage:
      'Something changed in the moment you signed, so nothing was signed. You see it now as it stands; read it, then approve again.',
  },
  'questions-unfinished': {
    id: 'approval-refusal.questions-unfinished',
    defaultMessage: 'Nothing was signed: these questions have been reopened.',
  },
  'required-field-empty': {
    id: 'approval-refusal.required-field-empty',
    defaultMessage: 'Nothing was signed: a statement of yours is empty. Give it, then approve again.',
  },
  'choice-unconfirmed': {
    id: 'approval-refusal.choice-unconfirmed',
    defaultMessage: 'Nothing was signed: a tick of yours is not certain. Confirm it, then approve again.',
  },
  'identity-not-proven': {
    id: 'approval-refusal.identity-not-proven',
    defaultMessage: 'Nothing was signed: too much time has passed since you entered your password. Enter it again, then approve.',
  },
  'round-not-open': {
    id: 'approval-refusal.round-not-open',
    defaultMessage: 'The round has been approved already. Nothing was signed a second time.',
  },
});

export const givenWords = defineMessages({
  approved: { id: 'given.approved', defaultMessage: 'The round is approved' },
  sent: { id: 'given.sent', defaultMessage: 'The form is sent' },
  by: { id: 'given.by', defaultMessage: '{name} approved it on {moment}.' },
  sentAt: { id: 'given.sent-at', defaultMessage: 'The sending was recorded on {moment}.' },
  sealed: { id: 'given.sealed', defaultMessage: 'Every answer is sealed. What leaves the country is exactly what was signed.' },
  words: { id: 'given.words', defaultMessage: 'What was signed' },
  entry: { id: 'given.entry', defaultMessage: 'Entry {sequence} of the record, fingerprint' },
  files: { id: 'given.files', defaultMessage: 'The files to send' },
  docx: { id: 'given.docx', defaultMessage: 'Word' },
  docxWhat: { id: 'given.docx-what', defaultMessage: 'Laid out like the form itself' },
  pdf: { id: 'given.pdf', defaultMessage: 'PDF' },
  pdfWhat: { id: 'given.pdf-what', defaultMessage: 'To print and to keep' },
  md: { id: 'given.md', defaultMessage: 'Markdown' },
  mdWhat: { id: 'given.md-what', defaultMessage: 'Plain text that Chancery can read again' },
  json: { id: 'given.json', defaultMessage: 'JSON' },
  jsonWhat: { id: 'given.json-what', defaultMessage: 'For other programs' },
  record: { id: 'given.record', defaultMessage: 'Record' },
  recordWhat: { id: 'given.record-what', defaultMessage: 'Proves who cleared, accepted and approved what' },
  download: { id: 'given.download', defaultMessage: 'Download:' },
  read: { id: 'given.read', defaultMessage: 'Read the questionnaire as approved' },
});

export const channelWords = defineMessages({
  'e-mail': { id: 'sending.by-e-mail', defaultMessage: 'By e-mail' },
  portal: { id: 'sending.by-portal', defaultMessage: 'Through a portal' },
  post: { id: 'sending.by-post', defaultMessage: 'By post' },
  'by-hand': { id: 'sending.by-hand', defaultMessage: 'By hand' },
  other: { id: 'sending.by-other', defaultMessage: 'In another way' },
});

export const sendingWords = defineMessages({
  title: { id: 'sending.title', defaultMessage: 'Record the sending' },
  lead: { id: 'sending.lead', defaultMessage: 'When the form has left, say so here: the round is then closed and everybody sees it.' },
  on: { id: 'sending.on', defaultMessage: 'Day of sending' },
  onMissing: { id: 'sending.on-missing', defaultMessage: 'Choose the day on which the form left.' },
  channel: { id: 'sending.channel', defaultMessage: 'Sent' },
  addressee: { id: 'sending.addressee', defaultMessage: 'Sent to' },
  addresseeHint: { id: 'sending.addressee-hint', defaultMessage: 'For example “UN DESA, E-Government Survey team”.' },
  addresseeMissing: { id: 'sending.addressee-missing', defaultMessage: 'Say to whom the form was sent.' },
  note: { id: 'sending.note', defaultMessage: 'Receipt or note (optional)' },
  noteHint: { id: 'sending.note-hint', defaultMessage: 'For example “Receipt 14/2”. It appears in the record.' },
  check: { id: 'sending.check', defaultMessage: 'Check and record…' },
  closes: {
    id: 'sending.closes',
    defaultMessage: 'The record keeps these words, and the round is closed. Only reopening an answer would undo it.',
  },
  record: { id: 'sending.record', defaultMessage: 'Record the sending' },
  recorded: { id: 'sending.recorded', defaultMessage: 'The sending is recorded.' },
  waits: { id: 'sending.waits', defaultMessage: 'A coordinator of {lead} records the sending when the form has left.' },
});

export const voidedWords = defineMessages({
  title: { id: 'voided.title', defaultMessage: 'The approval of {given} is void' },
  titleUnknown: { id: 'voided.title-unknown', defaultMessage: 'The approval is void' },
  by: { id: 'voided.by', defaultMessage: '{name} reopened an answer on {moment}. The record says: “{words}”' },
  again: { id: 'voided.again', defaultMessage: 'When every answer is accepted again, the round can be approved again.' },
  earlier: { id: 'voided.earlier', defaultMessage: 'An earlier approval was made void on {moment}; this one was given after it.' },
});
