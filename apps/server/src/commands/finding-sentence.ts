// The findings of a checked record in plain English, one printed line each. The web has its own, in the reader's language.
import type { Finding } from '@chancery/record';

/** The sentence that says a finding. */
export function findingSentence(finding: Finding): string {
  switch (finding.code) {
    case 'holds':
      return 'This record holds: no entry and no answer in it was changed.';
    case 'does-not-hold':
      return 'This record does not hold.';
    case 'may-be-cut-off':
      return 'A chain cannot show that its last entries were cut off: compare this count and this hash with those noted elsewhere.';
    case 'persons-unproven':
      return 'Nor can it show that the persons named in it were who they said: that rests on those who let them in.';
    case 'vouched-for':
      return `Vouched for ${finding.name}: ${finding.by}.`;
    case 'confirmed-by':
      return `Confirmed for ${finding.name}: by ${finding.by}.`;
    case 'not-vouched-for':
      return `The record does not say who vouched for ${finding.name}.`;
    case 'vouched-for-themselves':
      return `Note: ${finding.name}, who signed entry ${finding.sequence}, was vouched for by nobody else.`;
    case 'voucher-without-right':
      return `Note: ${finding.by} is said to have vouched for ${finding.name}, who signed entry ${finding.sequence}; the entries before it do not show that they did and might.`;
    case 'link-was-shown':
      return `Note: a link to the account of ${finding.name} was shown to ${finding.to} before entry ${finding.sequence} was signed.`;
    case 'key-twice':
      return `The key "${finding.key}" stands twice in one place (line ${finding.line}), so that two programs may read two different records in this file.`;
    case 'too-large':
      return 'The file is larger than any record can be.';
    case 'not-json':
      return 'The file is not JSON that a record could hold.';
    case 'too-deep':
      return 'The file is nested deeper than any record can be.';
    case 'format-unknown':
      return 'The file is not a record, or of a version that this program does not know.';
    case 'no-entries':
      return 'The record has no entries.';
    case 'malformed':
      return `The record cannot be read: ${'number' in finding ? `${finding.part} ${finding.number}` : `the ${finding.part}`} does not have the shape it must have.`;
    case 'phase-differs':
      return `The file says that the round is "${finding.stated}", its entries say "${finding.derived}".`;
    default:
      if ('sequence' in finding) return entrySentence(finding);
      return 'question' in finding ? answerSentence(finding) : factSentence(finding);
  }
}

type EntryFinding = Exclude<
  Extract<Finding, { readonly sequence: number }>,
  { readonly code: 'vouched-for-themselves' | 'voucher-without-right' | 'link-was-shown' }
>;
type AnswerFinding = Exclude<Extract<Finding, { readonly question: string }>, EntryFinding>;
type FactFinding = Extract<
  Finding,
  { readonly answers: number } | { readonly code: 'round' | 'not-approved' | 'sent' | 'approvals-voided' | 'undecided' | 'entries' }
>;

function factSentence(fact: FactFinding): string {
  switch (fact.code) {
    case 'round':
      return `${fact.title}, ${fact.country}: ${count(fact.questions, 'question')}, phase "${fact.phase}".`;
    case 'cleared':
      return `Cleared by ${fact.name}: ${count(fact.answers, 'answer')}.`;
    case 'accepted':
      return `Accepted by ${fact.name}: ${count(fact.answers, 'answer')}.`;
    case 'without-answer':
      return `Left without an answer by ${fact.name}: ${count(fact.answers, 'answer')}.`;
    case 'not-approved':
      return 'Not approved.';
    case 'approved':
      return `Approved by ${fact.by} at ${fact.at}: exactly the ${count(fact.answers, 'answer')} in this file.`;
    case 'sent':
      return `Sent at ${fact.at}, recorded by ${fact.by}.`;
    case 'approvals-voided':
      return `${count(fact.approvals, 'earlier approval')} voided.`;
    case 'undecided':
      return `Nobody has accepted yet, so nothing vouches for the text of: ${fact.questions}.`;
    case 'entries':
      return `${count(fact.entries, 'entry', 'entries')}, the last at ${fact.lastAt} with hash ${fact.lastHash}.`;
  }
}

function entrySentence(fault: EntryFinding): string {
  const entry = `Entry ${fault.sequence}`;
  switch (fault.code) {
    case 'sequence-broken':
      return `${entry} is missing or out of its place: number ${fault.found} stands there.`;
    case 'previous-broken':
      return `${entry} does not continue the entry before it.`;
    case 'hash-broken':
      return `${entry} was changed: its hash is not that of what it says.`;
    case 'opening-missing':
      return `${entry} does not open the round.`;
    case 'opening-differs':
      return `${entry} opened another round, or one with another questionnaire, than this file shows.`;
    case 'title-differs':
      return `${entry} gives the round another title than this file shows.`;
    case 'unfit-entry':
      return `${entry} cannot follow the entries before it.`;
    case 'time-unreadable':
      return `${entry} does not say when it was made in the form that it must have.`;
    case 'time-goes-back':
      return `${entry} is dated before the entry that it follows.`;
    case 'signer-without-right':
      return `${entry} is signed by ${fault.name}, who had no right to by what the record says of its members.`;
    case 'clearance-not-asked':
      return `${entry} clears question "${fault.question}" for ${fault.agency}, which was not asked to clear it.`;
    case 'accepted-unassigned':
      return `${entry} accepts the answer to question "${fault.question}", which was assigned to nobody.`;
    case 'accepted-without-clearance':
      return `${entry} accepts a text of question "${fault.question}" that ${fault.agency} had to clear and did not.`;
    case 'required-left-without-answer':
      return `${entry} leaves question "${fault.question}" without an answer, although one is required.`;
    case 'approved-other-text':
      return `${entry} approves another text of question "${fault.question}" than was accepted.`;
    case 'question-unknown':
      return `${entry} names question "${fault.question}", which the questionnaire does not have.`;
    case 'accepted-text-differs':
      return `The answer to question "${fault.question}" is not the text accepted in entry ${fault.sequence}.`;
    case 'approval-incomplete':
      return `${entry} approves the round without question "${fault.question}".`;
    case 'approved-text-differs':
      return `The answer to question "${fault.question}" is not the text approved in entry ${fault.sequence}.`;
    case 'approved-without-acceptance':
      return `${entry} approves question "${fault.question}", whose answer was not accepted.`;
  }
}

function answerSentence(fault: AnswerFinding): string {
  const question = `question "${fault.question}"`;
  switch (fault.code) {
    case 'question-twice':
      return `The questionnaire has ${question} twice.`;
    case 'content-missing':
      return `The answer to ${question} is missing.`;
    case 'content-twice':
      return `The answer to ${question} stands there twice.`;
    case 'content-unknown':
      return `There is an answer to ${question}, which the questionnaire does not have.`;
    case 'content-changed':
      return `The answer to ${question} was changed: its digest is not that of its content.`;
  }
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
