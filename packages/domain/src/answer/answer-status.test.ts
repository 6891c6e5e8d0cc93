import { expect, test } from 'vitest';
import { answerStatus, isFrozen, missingClearances, staleClearances } from './answer-status.ts';
import { answerStage } from './answer-stage.ts';
import { checkAssignment, mustClear } from '../round/assignment.ts';
import { completenessOf, type AnswerContent } from '../questionnaire/content.ts';
import { asId, type FieldId, type OptionId, type PersonId, type RowId } from '../id.ts';
import { nextStep } from './next-step.ts';
import type { Question } from '../questionnaire/questionnaire.ts';
import { changeComment, checkDiscussion, checkThread, reopenThread, resolveThread } from './thread.ts';
import {
  acceptance,
  assignment,
  choiceField,
  cleared,
  comment,
  epu,
  mampu,
  member,
  moh,
  optionalQuestion,
  query,
  question,
  ready,
  respondentQuestion,
  round,
  text2,
  textField,
  yes,
} from '../testing/cast.ts';
import type { AnswerFacts } from './answer-status.ts';
import type { Actor } from '../round/membership.ts';

test('A1: the leading agency always must clear, a contributor only where told', () => {
  expect(mustClear(assignment)).toEqual([moh, epu]);
  expect(mustClear({ ...assignment, contributors: [{ agency: epu, mustClear: false }] })).toEqual([moh]);
});
test('A2: an assignment names agencies of the round', () => {
  expect(checkAssignment(assignment, { agencies: new Set([moh]), isFrozen: false })).toEqual({
    ok: false,
    refusal: { code: 'agency-unknown' },
  });
  expect(checkAssignment(assignment, { agencies: new Set([moh, epu]), isFrozen: false })).toEqual({ ok: true, value: assignment });
});
test('A3: an assignment names each agency once', () => {
  const twice = { ...assignment, contributors: [{ agency: moh, mustClear: false }] };
  expect(checkAssignment(twice, { agencies: new Set([moh]), isFrozen: false })).toEqual({
    ok: false,
    refusal: { code: 'agency-named-twice' },
  });
});

test('A4: a frozen answer is not assigned again', () => {
  expect(checkAssignment(assignment, { agencies: new Set([moh, epu]), isFrozen: true })).toEqual({
    ok: false,
    refusal: { code: 'answer-frozen' },
  });
});

const prose = { kind: 'text', prose: { type: 'doc', content: [{ type: 'text', text: 'Words.' }] } } as const;
function answered(fields: AnswerContent['fields']): AnswerContent {
  return { question: question.id, fields };
}

test('C1: an empty required field and a choice to confirm stand in the way', () => {
  expect(completenessOf(question, answered({}))).toEqual({ empty: [choiceField], toConfirm: [] });
  expect(completenessOf(question, answered({ [choiceField]: { kind: 'choice', chosen: [], toConfirm: true } }))).toEqual({
    empty: [choiceField],
    toConfirm: [choiceField],
  });
});
test('C2: a field expected only with "yes" is required only with "yes"', () => {
  const no = asId<OptionId>('no');
  expect(completenessOf(question, answered({ [choiceField]: { kind: 'choice', chosen: [no] } })).empty).toEqual([]);
  expect(completenessOf(question, answered({ [choiceField]: { kind: 'choice', chosen: [yes] } })).empty).toEqual([textField]);
  expect(completenessOf(question, answered({ [choiceField]: { kind: 'choice', chosen: [yes] }, [textField]: prose })).empty).toEqual([]);
});
test('C3: a required grid needs every row', () => {
  const rows = ['health', 'justice'].map((id) => ({ id: asId<RowId>(id), label: id }));
  const grid = asId<FieldId>('grid');
  const table: Question = {
    ...question,
    fields: [{ kind: 'grid', id: grid, label: null, hint: null, isRequired: true, expectedWhen: null, rows }],
  };
  const one = answered({ [grid]: { kind: 'grid', rows: { [asId<RowId>('health')]: prose.prose } } });
  expect(completenessOf(table, one).empty).toEqual([grid]);
  const both = answered({
    [grid]: { kind: 'grid', rows: { [asId<RowId>('health')]: prose.prose, [asId<RowId>('justice')]: prose.prose } },
  });
  expect(completenessOf(table, both).empty).toEqual([]);
});

test('S1: without a leading agency an answer is unassigned', () => {
  expect(answerStatus({ ...ready, assignment: null })).toBe('unassigned');
});
test('S2: an assigned answer is drafting while a clearance is missing or stale', () => {
  expect(answerStatus({ ...ready, clearances: [cleared(moh)] })).toBe('drafting');
  expect(answerStatus({ ...ready, clearances: [cleared(moh), cleared(epu, text2)] })).toBe('drafting');
});
test('S3: an answer is cleared when all who must have cleared the text as it stands', () => {
  expect(answerStatus(ready)).toBe('cleared');
  expect(missingClearances({ ...ready, clearances: [cleared(epu)] })).toEqual([moh]);
});
test('S4: an edit makes clearances stale, undoing it makes them good again', () => {
  const edited = { ...ready, digest: text2 };
  expect(answerStatus(edited)).toBe('drafting');
  expect(staleClearances(edited).map((it) => it.agency)).toEqual([moh, epu]);
  expect(answerStatus({ ...edited, digest: ready.digest })).toBe('cleared');
});
test('S5: accepted is frozen, and in an approved or sent round everything is sealed', () => {
  expect(answerStatus({ ...ready, acceptance })).toBe('accepted');
  expect(isFrozen({ ...ready, acceptance })).toBe(true);
  for (const phase of ['approved', 'sent'] as const) {
    expect(answerStatus({ ...ready, phase })).toBe('sealed');
    expect(isFrozen({ ...ready, phase })).toBe(true);
  }
  expect(isFrozen(ready)).toBe(false);
});
test('S6: an answer of the respondent is drafting until the approval', () => {
  const statement = { ...ready, question: respondentQuestion, assignment: null };
  expect(answerStatus(statement)).toBe('drafting');
  expect(answerStatus({ ...statement, phase: 'approved' })).toBe('sealed');
});

test('S8: drafting is empty, being written, ready to clear or cleared in part; every other status is its own stage', () => {
  const written = { ...ready, clearances: [], completeness: { empty: [], toConfirm: [] }, isEmpty: false };
  const stage = (change: Partial<AnswerFacts>) => answerStage({ ...written, ...change }, { ...written, ...change });
  expect(stage({ isEmpty: true })).toBe('empty');
  expect(stage({ isEmpty: true, completeness: { empty: [textField], toConfirm: [] } })).toBe('empty');
  expect(stage({ completeness: { empty: [textField], toConfirm: [] } })).toBe('being-written');
  expect(stage({ completeness: { empty: [], toConfirm: [choiceField] } })).toBe('being-written');
  expect(stage({})).toBe('ready-to-clear');
  expect(stage({ clearances: [cleared(moh)] })).toBe('partly-cleared');
  expect(stage({ clearances: [cleared(moh, text2)] })).toBe('ready-to-clear');
  expect(stage({ clearances: [cleared(moh), cleared(epu)] })).toBe('cleared');
  expect(stage({ clearances: [cleared(moh), cleared(epu)], completeness: { empty: [textField], toConfirm: [] } })).toBe('cleared');
  expect(stage({ assignment: null })).toBe('unassigned');
  expect(stage({ acceptance })).toBe('accepted');
  expect(stage({ acceptance, phase: 'sent' })).toBe('sealed');
  expect(stage({ question: respondentQuestion, assignment: null })).toBe('being-written');
  expect(answerStage({ ...written, digest: null }, null)).toBe('drafting');
});

test('S7: an answer whose text cannot be read is drafting, no matter who has cleared it; accepted and sealed ones stay so', () => {
  const unreadable = { ...ready, digest: null };
  expect([answerStatus(ready), answerStatus(unreadable)]).toEqual(['cleared', 'drafting']);
  expect(missingClearances(unreadable)).toEqual([moh, epu]);
  expect(answerStatus({ ...unreadable, assignment: null })).toBe('unassigned');
  expect(answerStatus({ ...unreadable, acceptance })).toBe('accepted');
  expect(answerStatus({ ...unreadable, acceptance, phase: 'approved' })).toBe('sealed');
});

const coordinator = member(mampu, 'coordinator');
test('T1: a query is addressed to an agency', () => {
  const access = { round, answeredBy: 'agencies', assignment, isFrozen: false, asked: [] } as const;
  const order = (kind: 'query' | 'comment', addressedTo: typeof moh | null) =>
    checkThread(member(moh, 'drafter'), { kind, addressedTo, letsRead: false }, access);
  expect(order('query', null)).toEqual({ ok: false, refusal: { code: 'query-needs-agency' } });
  expect(order('query', moh).ok && order('comment', null).ok).toBe(true);
});
test('T3: a comment is resolved by anyone who may comment', () => {
  expect(resolveThread(member(epu, 'observer'), comment, round).ok).toBe(true);
});
test('T4: a query is closed by a coordinator or by the person who asked', () => {
  expect(resolveThread(member(moh, 'drafter'), query(), round)).toEqual({ ok: false, refusal: { code: 'not-permitted' } });
  expect(resolveThread(coordinator, query(), round).ok).toBe(true);
  expect(resolveThread(member(moh, 'coordinator'), query(), round).ok).toBe(false);
  expect(resolveThread(coordinator, query(), round).ok).toBe(true);
  expect(resolveThread({ ...member(epu, 'drafter'), person: query().startedBy }, query(), round).ok).toBe(true);
});
test('T5: only a resolved thread is reopened, only an open one resolved; a query by those who may close it', () => {
  const observer = member(epu, 'observer');
  const resolved = { ...comment, isResolved: true };
  for (const actor of [observer, coordinator])
    expect(reopenThread(actor, comment, round)).toEqual({ ok: false, refusal: { code: 'thread-open' } });
  expect([observer, coordinator].map((actor) => reopenThread(actor, resolved, round).ok)).toEqual([true, true]);
  expect(reopenThread(coordinator, query(true), round).ok).toBe(true);
  expect(reopenThread({ ...observer, person: query().startedBy }, query(true), round).ok).toBe(true);
  for (const actor of [observer, member(moh, 'drafter'), member(moh, 'clearing-officer'), member(moh, 'coordinator')])
    expect(reopenThread(actor, query(true), round)).toEqual({ ok: false, refusal: { code: 'not-permitted' } });
  expect(resolveThread(coordinator, query(true), round)).toEqual({ ok: false, refusal: { code: 'thread-resolved' } });
});
test('T8: a comment is changed by its author alone, and not once it was taken out', () => {
  const author = member(epu, 'observer');
  const own = { person: author.person, isDeleted: false };
  expect(changeComment(author, own).ok).toBe(true);
  expect(changeComment(coordinator, own)).toEqual({ ok: false, refusal: { code: 'not-permitted' } });
  expect(changeComment(author, { ...own, isDeleted: true })).toEqual({ ok: false, refusal: { code: 'comment-deleted' } });
});

const quiet = { threads: 0, characters: 0, byPerson: 0, latelyByPerson: 0 };
const codeOf = (outcome: ReturnType<typeof checkDiscussion>) => (outcome.ok ? null : outcome.refusal.code);
test('T6: beside one answer there are at most 200 threads, of 500,000 characters together', () => {
  expect([199, 200].map((threads) => codeOf(checkDiscussion('x', true, { ...quiet, threads })))).toEqual([null, 'discussion-full']);
  expect(codeOf(checkDiscussion('x', false, { ...quiet, threads: 200 }))).toBeNull();
  expect([499_999, 500_000].map((characters) => codeOf(checkDiscussion('x', false, { ...quiet, characters })))).toEqual([
    null,
    'discussion-full',
  ]);
});
test('T7: one person writes at most 3,000 comments in one round, and 60 within ten minutes', () => {
  expect([59, 60].map((latelyByPerson) => codeOf(checkDiscussion('x', false, { ...quiet, latelyByPerson })))).toEqual([
    null,
    'too-many-comments',
  ]);
  expect([2_999, 3_000].map((byPerson) => codeOf(checkDiscussion('x', true, { ...quiet, byPerson })))).toEqual([null, 'comments-used-up']);
});

function waiting(actor: Actor, facts: AnswerFacts): string | null {
  return nextStep(actor, facts, {
    round,
    answeredBy: facts.question.answeredBy,
    assignment: facts.assignment,
    isFrozen: isFrozen(facts),
    asked: [],
  });
}
const drafter = member(moh, 'drafter');
const officer = member(moh, 'clearing-officer');
const open: AnswerFacts = { ...ready, question: optionalQuestion, clearances: [] };

test('N1: an unassigned answer waits for the coordinators', () => {
  expect(waiting(coordinator, { ...open, assignment: null })).toBe('assign');
  expect(waiting(drafter, { ...open, assignment: null })).toBeNull();
});
test('N2: an open query waits for the agency it is addressed to', () => {
  expect(waiting(drafter, { ...open, threads: [query()] })).toBe('answer-query');
  expect(waiting(member(epu, 'drafter'), { ...open, threads: [query()] })).toBeNull();
});
test('N3: a choice to confirm and an empty answer wait for those who may edit', () => {
  expect(waiting(drafter, { ...open, completeness: { empty: [], toConfirm: [choiceField] } })).toBe('confirm-choices');
  expect(waiting(drafter, { ...open, isEmpty: true })).toBe('draft');
  expect(waiting(member(moh, 'observer'), { ...open, isEmpty: true })).toBeNull();
});
test('N4: a missing clearance waits for the clearing officers of that agency', () => {
  expect(waiting(officer, open)).toBe('clear');
  expect(waiting(officer, { ...open, clearances: [cleared(moh, text2)] })).toBe('clear');
  expect(waiting(drafter, open)).toBeNull();
  expect(waiting(officer, { ...open, clearances: [cleared(moh)] })).toBeNull();
});
test('N5: a cleared answer without open query waits for the coordinators', () => {
  expect(waiting(coordinator, ready)).toBe('accept');
  expect(waiting(coordinator, { ...ready, threads: [query()] })).toBeNull();
});
test('N6: nothing waits on a frozen answer', () => {
  expect(waiting(coordinator, { ...ready, acceptance })).toBeNull();
  expect(waiting(officer, { ...open, phase: 'approved' })).toBeNull();
});
test('N9: what was taken back waits first for those who may edit it, until its text changes', () => {
  const takenBack = { kind: 'returned', person: asId<PersonId>('c'), at: 0, reason: 'unclear', text: '', digest: open.digest } as const;
  const returned = { ...open, clearances: [], takenBack, threads: [query()] };
  expect(waiting(drafter, returned)).toBe('revise');
  expect(waiting(officer, returned)).toBe('revise');
  expect(waiting(member(moh, 'observer'), { ...returned, threads: [] })).toBeNull();
  expect(waiting(member(mampu, 'coordinator'), returned)).toBeNull();
  expect(waiting(officer, { ...returned, threads: [], digest: text2 })).toBe('clear');
});
