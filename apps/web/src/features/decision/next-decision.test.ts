import {
  type AgencyId,
  type Actor,
  type AnswerFacts,
  type Assignment,
  asId,
  type Digest,
  type PersonId,
  type Question,
  type Role,
  type ThreadId,
} from '@chancery/domain';
import { describe, expect, it } from 'vitest';
import { offeredDecisions, type Situation, stepNow } from './next-decision.ts';

const [lead, health] = [asId<AgencyId>('mampu'), asId<AgencyId>('health')];
const [text, older] = [asId<Digest>('a'.repeat(64)), asId<Digest>('b'.repeat(64))];
const somebody = asId<PersonId>('somebody');
const question = {
  id: '35',
  number: 35,
  text: 'Is there a portal?',
  isRequired: true,
  answeredBy: 'agencies',
  fields: [],
} as unknown as Question;
const assignment: Assignment = { leadingAgency: health, contributors: [], dueDay: null };

const person = (agency: AgencyId, ...roles: Role[]): Actor => ({
  person: somebody,
  isAdministrator: false,
  membership: { agency, roles, named: [] },
});
const officer = person(health, 'clearing-officer');
const coordinator = person(lead, 'coordinator');

function situation(actor: Actor, change: Partial<AnswerFacts> = {}): Situation {
  const facts: AnswerFacts = {
    question,
    phase: 'open',
    assignment,
    clearances: [],
    acceptance: null,
    takenBack: null,
    threads: [],
    digest: text,
    completeness: { empty: [], toConfirm: [] },
    isEmpty: false,
    ...change,
  };
  const isFrozen = facts.acceptance !== null;
  return {
    actor,
    facts,
    access: {
      round: { phase: facts.phase, reading: 'shared', leadAgency: lead },
      answeredBy: 'agencies',
      assignment: facts.assignment,
      isFrozen,
      asked: [],
    },
  };
}
const clearance = (digest: Digest) => ({ agency: health, person: somebody, digest, at: 1 });

describe('the step in the bar', () => {
  it('is clearing for the officer of an agency that must clear', () => {
    expect(stepNow(situation(officer))).toEqual({ kind: 'decide', offer: { decision: 'clear', refusal: null } });
  });

  it('is clearing again once the cleared text has changed', () => {
    expect(stepNow(situation(officer, { clearances: [clearance(older)] }))).toMatchObject({ kind: 'decide', offer: { decision: 'clear' } });
  });

  it('is nothing for the officer who has cleared this text', () => {
    expect(stepNow(situation(officer, { clearances: [clearance(text)] }))).toEqual({ kind: 'none' });
  });

  it('is accepting for the coordinator, with the clearance that is missing as the reason why not yet', () => {
    expect(stepNow(situation(coordinator))).toEqual({
      kind: 'decide',
      offer: { decision: 'accept', refusal: { code: 'clearance-missing', agencies: [health] } },
    });
    expect(stepNow(situation(coordinator, { clearances: [clearance(text)] }))).toEqual({
      kind: 'decide',
      offer: { decision: 'accept', refusal: null },
    });
  });

  it('is accepting, blocked by an open query, while one is open', () => {
    const threads = [{ id: asId<ThreadId>('t1'), kind: 'query' as const, addressedTo: health, startedBy: somebody, isResolved: false }];
    expect(stepNow(situation(coordinator, { clearances: [clearance(text)], threads }))).toMatchObject({
      offer: { decision: 'accept', refusal: { code: 'query-open' } },
    });
    expect(stepNow(situation(officer, { threads }))).toEqual({ kind: 'answer-query', thread: 't1' });
  });

  it('is assigning while nobody leads the answer', () => {
    expect(stepNow(situation(coordinator, { assignment: null }))).toEqual({ kind: 'assign' });
  });

  it('is nothing for an observer', () => {
    expect(stepNow(situation(person(health, 'observer')))).toEqual({ kind: 'none' });
  });
});

describe('the decisions offered', () => {
  it('are reopening alone, to the coordinator, for an accepted answer', () => {
    const acceptance = { kind: 'accepted' as const, person: somebody, digest: text, at: 1 };
    expect(offeredDecisions(situation(coordinator, { acceptance }))).toEqual([{ decision: 'reopen', refusal: null }]);
    expect(offeredDecisions(situation(officer, { acceptance }))).toEqual([]);
  });

  it('never include "no answer" for a required question', () => {
    expect(offeredDecisions(situation(coordinator)).map((it) => it.decision)).toEqual(['accept', 'return']);
    const optional = { ...question, isRequired: false };
    expect(offeredDecisions(situation(coordinator, { question: optional })).map((it) => it.decision)).toEqual([
      'accept',
      'no-answer',
      'return',
    ]);
  });
});
