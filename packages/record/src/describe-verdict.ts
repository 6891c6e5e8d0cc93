// Owns the sentences for a verdict, one printed line each.
import type { Fault, RecordFacts, Share, Verdict } from './verdict.ts';

/** The verdict as lines of plain English, for a terminal. Control characters of the file are shown as `�`. */
export function describeVerdict(verdict: Verdict): string[] {
  const lines = verdict.ok ? describeFacts(verdict.facts) : ['This record does not hold.', describeFault(verdict.fault)];
  return lines.map(printable);
}

function describeFacts(facts: RecordFacts): string[] {
  const { undecided, approval, sending, voidedApprovals } = facts;
  return [
    'This record holds: no entry and no answer in it was changed.',
    `${facts.title}, ${facts.country}: ${count(facts.questions, 'question')}, phase "${facts.phase}".`,
    ...facts.cleared.map((it) => `Cleared by ${share(it)}.`),
    ...facts.accepted.map((it) => `Accepted by ${share(it)}.`),
    ...facts.withoutAnswer.map((it) => `Left without an answer by ${share(it)}.`),
    approval === null
      ? 'Not approved.'
      : `Approved by ${approval.by} at ${approval.at}: exactly the ${count(approval.answers, 'answer')} in this file.`,
    ...(sending === null ? [] : [`Sent at ${sending.at}, recorded by ${sending.by}.`]),
    ...(voidedApprovals === 0 ? [] : [`${count(voidedApprovals, 'earlier approval')} voided.`]),
    ...(undecided.length === 0 ? [] : [`Nobody has accepted yet, so nothing vouches for the text of: ${undecided.join(', ')}.`]),
    `${count(facts.entries, 'entry', 'entries')}, the last at ${facts.lastAt} with hash ${facts.lastHash}.`,
    'A chain cannot show that its last entries were cut off: compare this count and this hash with those noted elsewhere.',
  ];
}

function describeFault(fault: Fault): string {
  switch (fault.code) {
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
      return `The record cannot be read: ${fault.where} does not have the shape it must have.`;
    case 'phase-differs':
      return `The file says that the round is "${fault.stated}", its entries say "${fault.derived}".`;
    default:
      return 'sequence' in fault ? describeEntryFault(fault) : describeAnswerFault(fault);
  }
}

function describeEntryFault(fault: Extract<Fault, { sequence: number }>): string {
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

function describeAnswerFault(fault: Exclude<Extract<Fault, { question: string }>, { sequence: number }>): string {
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

function share({ name, answers }: Share): string {
  return `${name}: ${count(answers, 'answer')}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A file under suspicion must not drive the terminal. */
function printable(line: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  return line.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
