import type { AnswerRow } from '@chancery/contract';
import { asId, type Digest, type FieldId, type Question, type QuestionId } from '@chancery/domain';
import { describe, expect, it } from 'vitest';
import {
  type ApprovalSituation,
  type GivenStatement,
  isStillRefused,
  obstacleTo,
  stateOfStatement,
  unfinishedQuestions,
} from './obstacle.ts';

const ready: ApprovalSituation = {
  isOnline: true,
  areContentsHere: true,
  unfinished: 0,
  changed: 0,
  statements: ['given', 'given'],
  isIdentityProven: true,
};

describe('the approval', () => {
  it('has nothing in its way when everything is accepted, read, given and proven', () => {
    expect(obstacleTo(ready)).toBeNull();
  });

  it.each([
    [{ areContentsHere: false }, 'loading'],
    [{ statements: ['given', 'loading'] }, 'loading'],
    [{ isOnline: false }, 'offline'],
    [{ unfinished: 1 }, 'unfinished'],
    [{ changed: 1 }, 'changed'],
    [{ statements: ['unconfirmed', 'given'] }, 'statement-unconfirmed'],
    [{ statements: ['given', 'empty'] }, 'statement-empty'],
    [{ statements: ['saving', 'given'] }, 'statement-saving'],
    [{ isIdentityProven: false }, 'identity'],
  ] as const)('with %o waits for: %s', (change, obstacle) => {
    expect(obstacleTo({ ...ready, ...change })).toBe(obstacle);
  });

  it('names what others must do before what the respondent must do', () => {
    expect(obstacleTo({ ...ready, unfinished: 3, statements: ['empty', 'empty'], isIdentityProven: false })).toBe('unfinished');
  });
});

describe('a statement', () => {
  const field = asId<FieldId>('choice');
  const given: GivenStatement = {
    content: { question: asId<QuestionId>('consent'), fields: {} },
    digest: asId<Digest>('a'.repeat(64)),
    completeness: { empty: [], toConfirm: [] },
    isSaved: true,
  };

  it('is given only when it is filled, certain and saved', () => {
    expect(stateOfStatement(given)).toBe('given');
    expect(stateOfStatement({ ...given, isSaved: false })).toBe('saving');
    expect(stateOfStatement({ ...given, completeness: { empty: [field], toConfirm: [] } })).toBe('empty');
    expect(stateOfStatement({ ...given, completeness: { empty: [field], toConfirm: [field] } })).toBe('unconfirmed');
    expect(stateOfStatement(undefined)).toBe('loading');
  });
});

it('counts a question without a row as unfinished, and the statements of the respondent never', () => {
  const question = (id: string, answeredBy: Question['answeredBy']) => ({ id, answeredBy }) as Question;
  const row = (id: string, status: AnswerRow['status']) => ({ question: id, status }) as AnswerRow;
  const questions = [question('1', 'agencies'), question('2', 'agencies'), question('3', 'agencies'), question('consent', 'respondent')];
  expect(
    unfinishedQuestions(questions, [row('1', 'accepted'), row('2', 'cleared'), row('consent', 'drafting')]).map((it) => it.id),
  ).toEqual(['2', '3']);
});

it('stops naming a refusal whose reason is gone', () => {
  expect(isStillRefused('questions-unfinished', { ...ready, unfinished: 1 })).toBe(true);
  expect(isStillRefused('questions-unfinished', ready)).toBe(false);
  expect(isStillRefused('identity-not-proven', { ...ready, isIdentityProven: false })).toBe(true);
  expect(isStillRefused('identity-not-proven', ready)).toBe(false);
  expect(isStillRefused('content-changed', ready)).toBe(true);
});
