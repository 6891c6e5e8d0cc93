// The sentence for every problem and every refusal: what happened, what was kept, what to do.
import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { Refusal } from '@chancery/domain';
import { Failure, type FailureCode, failureCode } from '../api/failure.ts';
import type { WordValues } from './use-words.ts';

/** One sentence for each code; a new code without its sentence does not compile. */
export const refusalWords = defineMessages({
  'not-permitted': {
    id: 'refusal.not-permitted',
    defaultMessage: 'Your role does not allow this. Nothing was changed. Ask a coordinator if it should.',
  },
  'round-not-open': {
    id: 'refusal.round-not-open',
    defaultMessage: 'The round has been approved, so its answers can no longer be changed. A coordinator may reopen an answer.',
  },
  'sending-in-future': {
    id: 'refusal.sending-in-future',
    defaultMessage: 'That day has not come yet. Choose the day on which the form left.',
  },
  'round-not-approved': {
    id: 'refusal.round-not-approved',
    defaultMessage: 'The round has not been approved yet. The authorized respondent approves it first.',
  },
  'answer-frozen': {
    id: 'refusal.answer-frozen',
    defaultMessage: 'This answer has been accepted and can no longer be changed. A coordinator may reopen it.',
  },
  'answer-full': {
    id: 'refusal.answer-full',
    defaultMessage: 'The answer is as long as it can be and has no room for this text. Nothing was changed. Shorten it first.',
  },
  'answer-not-frozen': { id: 'refusal.answer-not-frozen', defaultMessage: 'This answer is open already. You can go on writing.' },
  'answered-by-respondent': {
    id: 'refusal.answered-by-respondent',
    defaultMessage: 'The authorized respondent gives this answer with the approval. It is assigned to no agency.',
  },
  'agency-unknown': {
    id: 'refusal.agency-unknown',
    defaultMessage: 'That agency no longer takes part in the round. Nothing was changed. Choose another one.',
  },
  'agency-named-twice': {
    id: 'refusal.agency-named-twice',
    defaultMessage: 'An agency is named twice. Nothing was changed. Name each agency once.',
  },
  'agency-in-use': {
    id: 'refusal.agency-in-use',
    defaultMessage: 'The agency still has people or questions. Move them to another agency, then remove it.',
  },
  'person-unknown': { id: 'refusal.person-unknown', defaultMessage: 'That person no longer takes part in the round. Nothing was changed.' },
  unassigned: { id: 'refusal.unassigned', defaultMessage: 'No agency leads this question yet. A coordinator assigns it first.' },
  'content-changed': {
    id: 'refusal.content-changed',
    defaultMessage: 'The text has changed since you read it. Your decision was not recorded. Read what changed, then decide again.',
  },
  'clearance-not-needed': {
    id: 'refusal.clearance-not-needed',
    defaultMessage: 'Your agency does not have to clear this answer. Nothing was changed.',
  },
  'already-cleared': {
    id: 'refusal.already-cleared',
    defaultMessage: 'Your agency has cleared this text already. There is nothing left to do.',
  },
  'clearance-missing': {
    id: 'refusal.clearance-missing',
    defaultMessage: 'Not every agency has cleared this text. Wait for their clearance, then accept the answer.',
  },
  'query-open': { id: 'refusal.query-open', defaultMessage: 'A query is still open. Close it, then decide again.' },
  'required-field-empty': {
    id: 'refusal.required-field-empty',
    defaultMessage: 'A required part of the answer is empty. Fill it, then decide again.',
  },
  'choice-unconfirmed': {
    id: 'refusal.choice-unconfirmed',
    defaultMessage: 'A tick could not be read when the form was imported. Confirm it, then decide again.',
  },
  'answer-not-empty': {
    id: 'refusal.answer-not-empty',
    defaultMessage: 'The answer holds text, so it cannot be left without an answer. The text was kept. Accept it, or empty it first.',
  },
  'question-required': { id: 'refusal.question-required', defaultMessage: 'The form requires an answer to this question.' },
  'nothing-to-return': {
    id: 'refusal.nothing-to-return',
    defaultMessage: 'Nobody has cleared or accepted this answer, so there is nothing to return.',
  },
  'reason-needs-text': {
    id: 'refusal.reason-needs-text',
    defaultMessage: 'Write the reason in words, so that the agency knows what to change.',
  },
  'questions-unfinished': {
    id: 'refusal.questions-unfinished',
    defaultMessage: 'Some questions are not accepted yet. The list shows which; when they are accepted, approve the round.',
  },
  'identity-not-proven': {
    id: 'refusal.identity-not-proven',
    defaultMessage: 'Some time has passed since you entered your password. Enter it again, then approve the round.',
  },
  'thread-resolved': {
    id: 'refusal.thread-resolved',
    defaultMessage: 'Somebody has closed this thread already. Your words were not sent; reopen the thread to add them.',
  },
  'comment-deleted': { id: 'refusal.comment-deleted', defaultMessage: 'You have deleted this comment already, perhaps in another window.' },
  'thread-open': { id: 'refusal.thread-open', defaultMessage: 'This thread is open already.' },
  'too-many-comments': {
    id: 'refusal.too-many-comments',
    defaultMessage: 'You have written very many comments within a few minutes. This one was not sent. Wait a little, then send it again.',
  },
  'comments-used-up': {
    id: 'refusal.comments-used-up',
    defaultMessage: 'You have written as many comments in this round as one person may. This one was not sent.',
  },
  'discussion-full': {
    id: 'refusal.discussion-full',
    defaultMessage:
      'There are as many threads and comments beside this answer as there can be. Yours was not sent. Go on with it elsewhere, or in the answer itself.',
  },
  'agency-may-not-read': {
    id: 'refusal.agency-may-not-read',
    defaultMessage: 'That agency cannot read this answer. Somebody who may edit the answer can let it read along while the query is open.',
  },
  'query-needs-agency': { id: 'refusal.query-needs-agency', defaultMessage: 'Choose the agency that you ask.' },
  'last-coordinator': { id: 'refusal.last-coordinator', defaultMessage: 'A round needs a coordinator. Name another one first.' },
  'role-needs-lead-agency': {
    id: 'refusal.role-needs-lead-agency',
    defaultMessage: 'Only a member of the lead coordinating agency can have this role.',
  },
  'not-oneself': {
    id: 'refusal.not-oneself',
    defaultMessage: 'Nobody does this to their own account. Nothing was changed. Ask another administrator.',
  },
  'last-administrator': {
    id: 'refusal.last-administrator',
    defaultMessage: 'Nobody else could administer this installation. Nothing was changed. Name another administrator first.',
  },
  'last-coordinator-account': {
    id: 'refusal.last-coordinator-account',
    defaultMessage: 'A round would be left without a coordinator who can sign in. Nothing was changed.',
  },
  'account-disabled': { id: 'refusal.account-disabled', defaultMessage: 'This account is disabled. Enable it first.' },
  'demo-account': {
    id: 'refusal.demo-account',
    defaultMessage: 'Everybody enters this demo with the same password, so it stays as it is.',
  },
  'password-too-short': {
    id: 'refusal.password-too-short',
    defaultMessage:
      'The password is too short. Add {missing, plural, =0 {some characters} one {# more character} other {# more characters}}.',
  },
  'password-too-long': {
    id: 'refusal.password-too-long',
    defaultMessage: 'The password is too long. Use {max, plural, =0 {fewer characters} other {at most # characters}}.',
  },
  'password-too-simple': {
    id: 'refusal.password-too-simple',
    defaultMessage: 'The password repeats itself or walks along the keyboard. Choose one that is harder to guess.',
  },
  'password-common': {
    id: 'refusal.password-common',
    defaultMessage: 'Many people have this password, so it is tried first. Choose one that only you would think of.',
  },
  'password-telling': {
    id: 'refusal.password-telling',
    defaultMessage:
      'The password says little beyond what everybody knows of you{word, select, none {} other { (“{word}”)}}. Choose other words.',
  },
  'email-taken': {
    id: 'refusal.email-taken',
    defaultMessage: 'Somebody with this e-mail address takes part in the round already, or another account has it.',
  },
  'roles-exclude-each-other': {
    id: 'refusal.roles-exclude-each-other',
    defaultMessage: 'In one round a coordinator is neither clearing officer nor authorized respondent. Choose one or the other.',
  },
  'own-membership': {
    id: 'refusal.own-membership',
    defaultMessage: 'Nobody changes their own part in a round, or how they are named. Ask a manager of your agency or an administrator.',
  },
  'grant-needs': {
    id: 'refusal.grant-needs',
    defaultMessage:
      'This is decided by {who, select, manager {a manager of the agency} lead {a manager of the lead agency or an administrator} coordinator {a coordinator} administrator {an administrator} other {somebody else}}. Nothing was changed.',
  },
  'agency-has-manager': {
    id: 'refusal.agency-has-manager',
    defaultMessage: 'This agency has a manager, or one is named. A manager gives the roles of the agency to its people.',
  },
  'agency-leads': { id: 'refusal.agency-leads', defaultMessage: 'This agency leads the round already.' },
  'first-manager-alone': {
    id: 'refusal.first-manager-alone',
    defaultMessage: 'The first manager of an agency is named as manager alone. The other roles are given afterwards, by a manager.',
  },
  'agency-stays': {
    id: 'refusal.agency-stays',
    defaultMessage: 'Nobody moves to another agency. Remove the person here; the other agency invites them.',
  },
  'nothing-to-confirm': {
    id: 'refusal.nothing-to-confirm',
    defaultMessage: 'There is nothing to confirm any more: the naming was confirmed or taken back meanwhile.',
  },
  'needs-another-person': {
    id: 'refusal.needs-another-person',
    defaultMessage: 'You named this person yourself. Somebody else has to confirm it.',
  },
  'name-resembles': {
    id: 'refusal.name-resembles',
    defaultMessage:
      'This name looks like “{name}”, who is in this round already. Make it different, for example by a middle name or the unit.',
  },
  'name-mixes-scripts': {
    id: 'refusal.name-mixes-scripts',
    defaultMessage: 'A word of this name mixes letters of different scripts that look alike. Enter it in one script.',
  },

  malformed: {
    id: 'problem.malformed',
    defaultMessage: 'Something in the form is not as it should be. Nothing was changed. Check what you entered and try again.',
  },
  'not-signed-in': {
    id: 'problem.not-signed-in',
    defaultMessage: 'You are no longer signed in. Sign in again to go on; what was saved is kept.',
  },
  'wrong-password': {
    id: 'problem.wrong-password',
    defaultMessage: 'The e-mail address or the password is wrong. Check both and try again.',
  },
  'foreign-origin': {
    id: 'problem.foreign-origin',
    defaultMessage:
      'The request came from an address other than the one Chancery is set up for. Nothing was changed. Tell your administrator.',
  },
  'not-found': { id: 'problem.not-found', defaultMessage: 'There is nothing here, or it is not open to you. Go back to your rounds.' },
  'method-not-allowed': {
    id: 'problem.method-not-allowed',
    defaultMessage: 'This page does not fit the version on the server. Nothing was changed. Load the page again.',
  },
  conflict: {
    id: 'problem.conflict',
    defaultMessage:
      'Somebody else changed this at the same moment. Nothing of yours was changed. Look at it again and repeat what you did.',
  },
  'import-expired': {
    id: 'problem.import-expired',
    defaultMessage: 'The preview is too old. No answer was changed. Choose the file again.',
  },
  'link-used': {
    id: 'problem.link-used',
    defaultMessage: 'This link has been used, or is too old. Ask the person who invited you for a new one.',
  },
  'too-large': { id: 'problem.too-large', defaultMessage: 'That is too large. Nothing was changed. At most {size} can be sent.' },
  'import-empty': { id: 'problem.import-empty', defaultMessage: 'The file is empty. No answer was changed. Choose another file.' },
  'import-binary': {
    id: 'problem.import-binary',
    defaultMessage: 'The file is neither a Word document nor text. No answer was changed. Choose the filled form.',
  },
  'import-damaged': {
    id: 'problem.import-damaged',
    defaultMessage: 'The file is damaged. No answer was changed. Open it in Word, save it again and choose it again.',
  },
  'import-protected': {
    id: 'problem.import-protected',
    defaultMessage: 'The file is protected by a password. No answer was changed. Take the password off in Word and choose it again.',
  },
  'import-wrong-kind': {
    id: 'problem.import-wrong-kind',
    defaultMessage: 'The file is of another program. No answer was changed. Save the form as a Word document and choose that.',
  },
  'import-too-complex': {
    id: 'problem.import-too-complex',
    defaultMessage:
      'This file is too large or too complicated inside to be read, so nothing was imported. Choose the filled form alone, without what was attached to it.',
  },
  'import-not-a-questionnaire': {
    id: 'problem.import-not-a-questionnaire',
    defaultMessage:
      'The file is not this questionnaire: {matched, plural, =0 {none of its questions was} one {only one of its questions was} other {only # of its questions were}} found in it. No answer was changed. Check that it is the filled form.',
  },
  'public-url-missing': {
    id: 'problem.public-url-missing',
    defaultMessage: 'Chancery is set up for its own machine alone. Its operator must say at which address it is reached (PUBLIC_URL).',
  },
  'too-many-attempts': {
    id: 'problem.too-many-attempts',
    defaultMessage:
      'Too many attempts. {minutes, plural, =0 {Wait a few minutes, then try again} one {Try again in {seconds, plural, one {a second} other {# seconds}}} other {Try again in # minutes}}.',
  },
  'answer-unreadable': {
    id: 'problem.answer-unreadable',
    defaultMessage:
      'Nothing was done, because {count, plural, =0 {an answer that this needs} one {the answer to question {questions}} other {the answers to questions {questions}}} can’t be read at the moment. Your administrator has been told. Try again when that is repaired.',
  },
  'database-unavailable': {
    id: 'problem.database-unavailable',
    defaultMessage: 'The database can’t be reached at the moment. Nothing was changed. Try again in a minute.',
  },
  bug: {
    id: 'problem.bug',
    defaultMessage: 'Something went wrong on our side. What was saved is kept. Try again; if it happens again, tell your administrator.',
  },
  unreachable: {
    id: 'problem.unreachable',
    defaultMessage: 'Chancery cannot be reached. What was saved is kept. Check your connection and try again.',
  },
} as const satisfies Record<FailureCode, MessageDescriptor>);

/** The sentence for whatever was thrown, with its values. The server's own `detail` is never shown. */
export function refusalSentence(thrown: unknown): [MessageDescriptor, WordValues] {
  const code = failureCode(thrown);
  // A newer server may know a code that this page does not.
  return [Object.hasOwn(refusalWords, code) ? refusalWords[code] : refusalWords.bug, failureValues(thrown)];
}

/** The values of the sentences about what was thrown; what was not stated is 0 or nothing. */
export function failureValues(thrown: unknown): WordValues {
  const { maxBytes = 0, matched = 0, questions = [], retryAfter = 0, fileKind = 'office' } = thrown instanceof Failure ? thrown.values : {};
  const times = { minutes: Math.ceil(retryAfter / 60), seconds: retryAfter };
  const refusal = thrown instanceof Failure ? thrown.problem?.refusal : undefined;
  const name = refusal?.code === 'name-resembles' ? refusal.name : '';
  const who = refusal?.code === 'grant-needs' ? refusal.who : '';
  return {
    name,
    who,
    size: sizeOf(maxBytes),
    matched,
    count: questions.length,
    questions: questions.join(', '),
    ...times,
    // A selector of ICU holds no hyphen.
    fileKind: fileKind.replaceAll('-', '_'),
    ...passwordValues(refusal),
  };
}

/** The values of the sentences about a new password; nothing and 0 for any other refusal. */
export function passwordValues(refusal: Refusal | undefined): { readonly missing: number; readonly max: number; readonly word: string } {
  return {
    missing: refusal?.code === 'password-too-short' ? refusal.min - refusal.length : 0,
    max: refusal?.code === 'password-too-long' ? refusal.max : 0,
    word: refusal?.code === 'password-telling' ? refusal.word : 'none',
  };
}

function sizeOf(bytes: number): string {
  const kilobytes = Math.floor(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.floor(kilobytes / 1024)} MB`;
}
