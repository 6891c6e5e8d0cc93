import { expect, test } from 'vitest';
import type { AnswerFacts } from './answer-status.ts';
import { asId, type Digest, type QuestionId } from '../id.ts';
import type { Outcome } from '../refusal.ts';
import { accept, approve, clear, markNoAnswer, recordSending, reopen, returnToDrafting } from './sign-off.ts';
import {
  acceptance,
  choiceField,
  cleared,
  comment,
  epu,
  mampu,
  moh,
  optionalQuestion,
  query,
  question,
  ready,
  respondentQuestion,
  text1,
  text2,
  textField,
} from '../testing/cast.ts';

const drafting: AnswerFacts = { ...ready, clearances: [] };
const frozen: AnswerFacts = { ...ready, acceptance };
const approved: AnswerFacts = { ...frozen, phase: 'approved' };

function refusalOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'allowed' : outcome.refusal.code;
}

test('F1: clearing is refused in a round that is not open', () => {
  expect(refusalOf(clear({ ...drafting, phase: 'approved' }, moh, text1))).toBe('round-not-open');
});
test('F2: clearing is refused for a frozen or unassigned answer', () => {
  expect(refusalOf(clear(frozen, moh, text1))).toBe('answer-frozen');
  expect(refusalOf(clear({ ...drafting, assignment: null }, moh, text1))).toBe('unassigned');
});
test('F3: clearing is refused for an agency that need not clear or has cleared already', () => {
  expect(refusalOf(clear(drafting, mampu, text1))).toBe('clearance-not-needed');
  expect(refusalOf(clear({ ...drafting, clearances: [cleared(moh)] }, moh, text1))).toBe('already-cleared');
  expect(clear({ ...drafting, clearances: [cleared(moh, text2)] }, moh, text1)).toEqual({
    ok: true,
    value: { agency: moh, digest: text1 },
  });
});
test('F4: clearing and accepting another text than the one seen is refused, naming the text as it stands', () => {
  expect(clear(drafting, moh, text2)).toEqual({ ok: false, refusal: { code: 'content-changed', digest: text1 } });
  expect(accept(ready, text2)).toEqual({ ok: false, refusal: { code: 'content-changed', digest: text1 } });
});
test('F5: accepting is refused when the round is not open, the answer frozen or unassigned', () => {
  expect(refusalOf(accept({ ...ready, phase: 'sent' }, text1))).toBe('round-not-open');
  expect(refusalOf(accept(frozen, text1))).toBe('answer-frozen');
  expect(refusalOf(accept({ ...ready, assignment: null }, text1))).toBe('unassigned');
});
test('F6: accepting is refused while a choice waits for confirmation', () => {
  const facts: AnswerFacts = { ...ready, completeness: { empty: [], toConfirm: [choiceField] } };
  expect(accept(facts, text1)).toEqual({ ok: false, refusal: { code: 'choice-unconfirmed', fields: [choiceField] } });
});
test('F7: accepting is refused while a required field is empty', () => {
  const facts: AnswerFacts = { ...ready, completeness: { empty: [textField], toConfirm: [] } };
  expect(accept(facts, text1)).toEqual({ ok: false, refusal: { code: 'required-field-empty', fields: [textField] } });
});
test('F8, T2: accepting is refused while a query is open; a comment never blocks', () => {
  expect(refusalOf(accept({ ...ready, threads: [query()] }, text1))).toBe('query-open');
  expect(refusalOf(accept({ ...ready, threads: [query(true), comment] }, text1))).toBe('allowed');
});
test('F9: accepting is refused while a clearance is missing or stale, naming the agencies', () => {
  expect(accept({ ...ready, clearances: [cleared(moh)] }, text1)).toEqual({
    ok: false,
    refusal: { code: 'clearance-missing', agencies: [epu] },
  });
  expect(refusalOf(accept({ ...ready, clearances: [cleared(moh), cleared(epu, text2)] }, text1))).toBe('clearance-missing');
});
test('F10: accepting names the digest that was seen', () => {
  expect(accept(ready, text1)).toEqual({ ok: true, value: { digest: text1 } });
});
test('F11: no answer is for an empty, open, optional question without open query', () => {
  const empty: AnswerFacts = { ...drafting, question: optionalQuestion, isEmpty: true };
  expect(refusalOf(markNoAnswer(empty))).toBe('allowed');
  expect(refusalOf(markNoAnswer({ ...empty, question }))).toBe('question-required');
  expect(refusalOf(markNoAnswer({ ...empty, isEmpty: false }))).toBe('answer-not-empty');
  expect(refusalOf(markNoAnswer({ ...empty, acceptance }))).toBe('answer-frozen');
  expect(refusalOf(markNoAnswer({ ...empty, phase: 'sent' }))).toBe('round-not-open');
  expect(refusalOf(markNoAnswer({ ...empty, threads: [query()] }))).toBe('query-open');
});
test('F12: returning is refused when there is nothing to take back', () => {
  expect(refusalOf(returnToDrafting(drafting, 'unclear', ''))).toBe('nothing-to-return');
  expect(refusalOf(returnToDrafting({ ...drafting, assignment: null }, 'unclear', ''))).toBe('nothing-to-return');
  expect(refusalOf(returnToDrafting(ready, 'unclear', ''))).toBe('allowed');
  expect(refusalOf(returnToDrafting({ ...frozen, clearances: [] }, 'unclear', ''))).toBe('allowed');
});
test('F13: the reason "other" needs words', () => {
  expect(refusalOf(returnToDrafting(frozen, 'other', ' '))).toBe('reason-needs-text');
  expect(refusalOf(returnToDrafting(frozen, 'other', 'The figures are of 2019.'))).toBe('allowed');
  expect(refusalOf(reopen(frozen, 'other', ''))).toBe('reason-needs-text');
});
test('F14: returning is refused in a round that is not open', () => {
  expect(refusalOf(returnToDrafting(approved, 'outdated', ''))).toBe('round-not-open');
});
test('F15: reopening is refused for an answer that is not frozen', () => {
  expect(refusalOf(reopen(ready, 'outdated', ''))).toBe('answer-not-frozen');
});
test('F16: reopening an answer of an approved round voids the approval', () => {
  expect(reopen(frozen, 'outdated', '')).toEqual({ ok: true, value: { voidsApproval: false } });
  expect(reopen(approved, 'outdated', '')).toEqual({ ok: true, value: { voidsApproval: true } });
  expect(reopen({ ...approved, phase: 'sent' }, 'outdated', '')).toEqual({ ok: true, value: { voidsApproval: true } });
});

const consent: AnswerFacts = { ...drafting, question: respondentQuestion, assignment: null, digest: text2 };
const shown = new Map<QuestionId, Digest>([
  [question.id, text1],
  [respondentQuestion.id, text2],
]);

test('F17: approving names the questions that are neither accepted nor without an answer', () => {
  expect(approve({ answers: [ready, consent], isIdentityProven: true }, shown)).toEqual({
    ok: false,
    refusal: { code: 'questions-unfinished', questions: [question.id] },
  });
  expect(approve({ answers: [frozen, consent], isIdentityProven: true }, shown)).toEqual({
    ok: true,
    value: {
      scope: [
        { question: question.id, digest: text1 },
        { question: respondentQuestion.id, digest: text2 },
      ],
    },
  });
});
test('F18: approving needs the identity proven again', () => {
  expect(refusalOf(approve({ answers: [frozen, consent], isIdentityProven: false }, shown))).toBe('identity-not-proven');
});
test('F19: approving needs the digests of exactly the texts shown', () => {
  const other = new Map(shown).set(respondentQuestion.id, asId<Digest>('3'.repeat(64)));
  expect(refusalOf(approve({ answers: [frozen, consent], isIdentityProven: true }, other))).toBe('content-changed');
  expect(refusalOf(approve({ answers: [frozen, consent], isIdentityProven: true }, new Map()))).toBe('content-changed');
});
test('F20: approving needs the statements of the respondent filled and confirmed', () => {
  const empty: AnswerFacts = { ...consent, completeness: { empty: [choiceField], toConfirm: [] } };
  const toConfirm: AnswerFacts = { ...consent, completeness: { empty: [], toConfirm: [choiceField] } };
  expect(refusalOf(approve({ answers: [frozen, empty], isIdentityProven: true }, shown))).toBe('required-field-empty');
  expect(refusalOf(approve({ answers: [frozen, toConfirm], isIdentityProven: true }, shown))).toBe('choice-unconfirmed');
});
const sending = { on: '2026-06-01', channel: 'post', addressee: 'UN DESA', note: '' } as const;
test('F22: the sending is recorded of an approved round, once', () => {
  expect(recordSending('approved', sending, '2026-06-01')).toEqual({ ok: true, value: 'sent' });
  expect(refusalOf(recordSending('open', sending, '2026-06-01'))).toBe('round-not-approved');
  expect(refusalOf(recordSending('sent', sending, '2026-06-01'))).toBe('round-not-approved');
});
test('F23: a sending is not recorded before its day has begun somewhere', () => {
  expect(refusalOf(recordSending('approved', sending, '2026-05-31'))).toBe('sending-in-future');
  expect(recordSending('approved', sending, '2027-01-01').ok).toBe(true);
});
test('F21: approving is refused in a round that is not open', () => {
  expect(refusalOf(approve({ answers: [approved, { ...consent, phase: 'approved' }], isIdentityProven: true }, shown))).toBe(
    'round-not-open',
  );
});
