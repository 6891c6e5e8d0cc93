import { expect, test } from 'vitest';
import type { Assignment } from './assignment.ts';
import type { Actor } from './membership.ts';
import { answerActions, type AccessFacts, can, canInRound, roundActions } from './permission.ts';
import type { RoundFacts } from './round.ts';
import { administrator, assignment, epu, mampu, member, moh, named, outsider, round, separateRound } from '../testing/cast.ts';

// MOH leads, EPU contributes; MOE takes part in the round but not in the question.
const moe = 'moe' as typeof moh;
const cast: Readonly<Record<string, Actor>> = {
  outsider,
  administrator,
  'coordinator of MAMPU': member(mampu, 'coordinator'),
  'coordinator of MOE': member(moe, 'coordinator'),
  'drafter of MOH': member(moh, 'drafter'),
  'drafter of EPU': member(epu, 'drafter'),
  'drafter of MOE': member(moe, 'drafter'),
  'officer of MOH': member(moh, 'clearing-officer'),
  'officer of EPU': member(epu, 'clearing-officer'),
  'officer of MOE': member(moe, 'clearing-officer'),
  'respondent of MAMPU': member(mampu, 'authorized-respondent'),
  'observer of MOE': member(moe, 'observer'),
  'drafter and officer of MOH': member(moh, 'drafter', 'clearing-officer'),
  'manager of MOH': member(moh, 'manager'),
  'manager and drafter of MOH': member(moh, 'manager', 'drafter'),
  'named officer of MOH': named(moh, 'manager', 'drafter', 'clearing-officer', 'observer'),
  'named coordinator and respondent of MAMPU': named(mampu, 'coordinator', 'authorized-respondent'),
};

interface Situation {
  readonly assignment: Assignment | null;
  readonly isFrozen: boolean;
  readonly phase: RoundFacts['phase'];
}
const situations: Readonly<Record<string, Situation>> = {
  unassigned: { assignment: null, isFrozen: false, phase: 'open' },
  drafting: { assignment, isFrozen: false, phase: 'open' },
  cleared: { assignment, isFrozen: false, phase: 'open' },
  accepted: { assignment, isFrozen: true, phase: 'open' },
  sealed: { assignment, isFrozen: true, phase: 'approved' },
};

function accessIn(situation: Situation, facts: RoundFacts, answeredBy: AccessFacts['answeredBy'] = 'agencies'): AccessFacts {
  return {
    round: { ...facts, phase: situation.phase },
    answeredBy,
    assignment: situation.assignment,
    isFrozen: situation.isFrozen,
    asked: [],
  };
}

/** One line for each person and status: the actions that are allowed, in the order of `answerActions`. */
function table(facts: RoundFacts, answeredBy: AccessFacts['answeredBy'] = 'agencies'): string {
  return Object.entries(cast)
    .flatMap(([name, actor]) =>
      Object.entries(situations).map(([status, situation]) => {
        const allowed = answerActions.filter((action) => can(actor, action, accessIn(situation, facts, answeredBy)));
        return `${name} | ${status} | ${allowed.join(' ')}`.trimEnd();
      }),
    )
    .join('\n');
}

test('P1, P2, P3, P5, P6, P7, P9, P10, P11, P12, P13, P14: role x status x action in a shared round, whole', () => {
  expect(table(round)).toMatchInlineSnapshot(`
    "outsider | unassigned |
    outsider | drafting |
    outsider | cleared |
    outsider | accepted |
    outsider | sealed |
    administrator | unassigned |
    administrator | drafting |
    administrator | cleared |
    administrator | accepted |
    administrator | sealed |
    coordinator of MAMPU | unassigned | read edit comment assign accept return reopen
    coordinator of MAMPU | drafting | read edit comment assign accept return reopen
    coordinator of MAMPU | cleared | read edit comment assign accept return reopen
    coordinator of MAMPU | accepted | read comment assign accept return reopen
    coordinator of MAMPU | sealed | read comment reopen
    coordinator of MOE | unassigned | read comment
    coordinator of MOE | drafting | read comment
    coordinator of MOE | cleared | read comment
    coordinator of MOE | accepted | read comment
    coordinator of MOE | sealed | read comment
    drafter of MOH | unassigned | read comment
    drafter of MOH | drafting | read edit comment
    drafter of MOH | cleared | read edit comment
    drafter of MOH | accepted | read comment
    drafter of MOH | sealed | read comment
    drafter of EPU | unassigned | read comment
    drafter of EPU | drafting | read edit comment
    drafter of EPU | cleared | read edit comment
    drafter of EPU | accepted | read comment
    drafter of EPU | sealed | read comment
    drafter of MOE | unassigned | read comment
    drafter of MOE | drafting | read comment
    drafter of MOE | cleared | read comment
    drafter of MOE | accepted | read comment
    drafter of MOE | sealed | read comment
    officer of MOH | unassigned | read comment
    officer of MOH | drafting | read edit comment clear
    officer of MOH | cleared | read edit comment clear
    officer of MOH | accepted | read comment
    officer of MOH | sealed | read comment
    officer of EPU | unassigned | read comment
    officer of EPU | drafting | read edit comment clear
    officer of EPU | cleared | read edit comment clear
    officer of EPU | accepted | read comment
    officer of EPU | sealed | read comment
    officer of MOE | unassigned | read comment
    officer of MOE | drafting | read comment
    officer of MOE | cleared | read comment
    officer of MOE | accepted | read comment
    officer of MOE | sealed | read comment
    respondent of MAMPU | unassigned | read comment
    respondent of MAMPU | drafting | read comment
    respondent of MAMPU | cleared | read comment
    respondent of MAMPU | accepted | read comment
    respondent of MAMPU | sealed | read comment
    observer of MOE | unassigned | read comment
    observer of MOE | drafting | read comment
    observer of MOE | cleared | read comment
    observer of MOE | accepted | read comment
    observer of MOE | sealed | read comment
    drafter and officer of MOH | unassigned | read comment
    drafter and officer of MOH | drafting | read edit comment clear
    drafter and officer of MOH | cleared | read edit comment clear
    drafter and officer of MOH | accepted | read comment
    drafter and officer of MOH | sealed | read comment
    manager of MOH | unassigned |
    manager of MOH | drafting |
    manager of MOH | cleared |
    manager of MOH | accepted |
    manager of MOH | sealed |
    manager and drafter of MOH | unassigned | read comment
    manager and drafter of MOH | drafting | read edit comment
    manager and drafter of MOH | cleared | read edit comment
    manager and drafter of MOH | accepted | read comment
    manager and drafter of MOH | sealed | read comment
    named officer of MOH | unassigned |
    named officer of MOH | drafting |
    named officer of MOH | cleared |
    named officer of MOH | accepted |
    named officer of MOH | sealed |
    named coordinator and respondent of MAMPU | unassigned |
    named coordinator and respondent of MAMPU | drafting |
    named coordinator and respondent of MAMPU | cleared |
    named coordinator and respondent of MAMPU | accepted |
    named coordinator and respondent of MAMPU | sealed |"
  `);
});
test('P4: role x status x action in a separate round, whole', () => {
  expect(table(separateRound)).toMatchInlineSnapshot(`
    "outsider | unassigned |
    outsider | drafting |
    outsider | cleared |
    outsider | accepted |
    outsider | sealed |
    administrator | unassigned |
    administrator | drafting |
    administrator | cleared |
    administrator | accepted |
    administrator | sealed |
    coordinator of MAMPU | unassigned | read edit comment assign accept return reopen
    coordinator of MAMPU | drafting | read edit comment assign accept return reopen
    coordinator of MAMPU | cleared | read edit comment assign accept return reopen
    coordinator of MAMPU | accepted | read comment assign accept return reopen
    coordinator of MAMPU | sealed | read comment reopen
    coordinator of MOE | unassigned |
    coordinator of MOE | drafting |
    coordinator of MOE | cleared |
    coordinator of MOE | accepted |
    coordinator of MOE | sealed |
    drafter of MOH | unassigned |
    drafter of MOH | drafting | read edit comment
    drafter of MOH | cleared | read edit comment
    drafter of MOH | accepted | read comment
    drafter of MOH | sealed | read comment
    drafter of EPU | unassigned |
    drafter of EPU | drafting | read edit comment
    drafter of EPU | cleared | read edit comment
    drafter of EPU | accepted | read comment
    drafter of EPU | sealed | read comment
    drafter of MOE | unassigned |
    drafter of MOE | drafting |
    drafter of MOE | cleared |
    drafter of MOE | accepted |
    drafter of MOE | sealed |
    officer of MOH | unassigned |
    officer of MOH | drafting | read edit comment clear
    officer of MOH | cleared | read edit comment clear
    officer of MOH | accepted | read comment
    officer of MOH | sealed | read comment
    officer of EPU | unassigned |
    officer of EPU | drafting | read edit comment clear
    officer of EPU | cleared | read edit comment clear
    officer of EPU | accepted | read comment
    officer of EPU | sealed | read comment
    officer of MOE | unassigned |
    officer of MOE | drafting |
    officer of MOE | cleared |
    officer of MOE | accepted |
    officer of MOE | sealed |
    respondent of MAMPU | unassigned | read comment
    respondent of MAMPU | drafting | read comment
    respondent of MAMPU | cleared | read comment
    respondent of MAMPU | accepted | read comment
    respondent of MAMPU | sealed | read comment
    observer of MOE | unassigned | read comment
    observer of MOE | drafting | read comment
    observer of MOE | cleared | read comment
    observer of MOE | accepted | read comment
    observer of MOE | sealed | read comment
    drafter and officer of MOH | unassigned |
    drafter and officer of MOH | drafting | read edit comment clear
    drafter and officer of MOH | cleared | read edit comment clear
    drafter and officer of MOH | accepted | read comment
    drafter and officer of MOH | sealed | read comment
    manager of MOH | unassigned |
    manager of MOH | drafting |
    manager of MOH | cleared |
    manager of MOH | accepted |
    manager of MOH | sealed |
    manager and drafter of MOH | unassigned |
    manager and drafter of MOH | drafting | read edit comment
    manager and drafter of MOH | cleared | read edit comment
    manager and drafter of MOH | accepted | read comment
    manager and drafter of MOH | sealed | read comment
    named officer of MOH | unassigned |
    named officer of MOH | drafting |
    named officer of MOH | cleared |
    named officer of MOH | accepted |
    named officer of MOH | sealed |
    named coordinator and respondent of MAMPU | unassigned |
    named coordinator and respondent of MAMPU | drafting |
    named coordinator and respondent of MAMPU | cleared |
    named coordinator and respondent of MAMPU | accepted |
    named coordinator and respondent of MAMPU | sealed |"
  `);
});
test('P8: role x status x action on a question that the respondent answers, whole', () => {
  expect(table(round, 'respondent')).toMatchInlineSnapshot(`
    "outsider | unassigned |
    outsider | drafting |
    outsider | cleared |
    outsider | accepted |
    outsider | sealed |
    administrator | unassigned |
    administrator | drafting |
    administrator | cleared |
    administrator | accepted |
    administrator | sealed |
    coordinator of MAMPU | unassigned | read comment
    coordinator of MAMPU | drafting | read comment
    coordinator of MAMPU | cleared | read comment
    coordinator of MAMPU | accepted | read comment
    coordinator of MAMPU | sealed | read comment
    coordinator of MOE | unassigned | read comment
    coordinator of MOE | drafting | read comment
    coordinator of MOE | cleared | read comment
    coordinator of MOE | accepted | read comment
    coordinator of MOE | sealed | read comment
    drafter of MOH | unassigned | read comment
    drafter of MOH | drafting | read comment
    drafter of MOH | cleared | read comment
    drafter of MOH | accepted | read comment
    drafter of MOH | sealed | read comment
    drafter of EPU | unassigned | read comment
    drafter of EPU | drafting | read comment
    drafter of EPU | cleared | read comment
    drafter of EPU | accepted | read comment
    drafter of EPU | sealed | read comment
    drafter of MOE | unassigned | read comment
    drafter of MOE | drafting | read comment
    drafter of MOE | cleared | read comment
    drafter of MOE | accepted | read comment
    drafter of MOE | sealed | read comment
    officer of MOH | unassigned | read comment
    officer of MOH | drafting | read comment
    officer of MOH | cleared | read comment
    officer of MOH | accepted | read comment
    officer of MOH | sealed | read comment
    officer of EPU | unassigned | read comment
    officer of EPU | drafting | read comment
    officer of EPU | cleared | read comment
    officer of EPU | accepted | read comment
    officer of EPU | sealed | read comment
    officer of MOE | unassigned | read comment
    officer of MOE | drafting | read comment
    officer of MOE | cleared | read comment
    officer of MOE | accepted | read comment
    officer of MOE | sealed | read comment
    respondent of MAMPU | unassigned | read edit comment
    respondent of MAMPU | drafting | read edit comment
    respondent of MAMPU | cleared | read edit comment
    respondent of MAMPU | accepted | read comment
    respondent of MAMPU | sealed | read comment
    observer of MOE | unassigned | read comment
    observer of MOE | drafting | read comment
    observer of MOE | cleared | read comment
    observer of MOE | accepted | read comment
    observer of MOE | sealed | read comment
    drafter and officer of MOH | unassigned | read comment
    drafter and officer of MOH | drafting | read comment
    drafter and officer of MOH | cleared | read comment
    drafter and officer of MOH | accepted | read comment
    drafter and officer of MOH | sealed | read comment
    manager of MOH | unassigned |
    manager of MOH | drafting |
    manager of MOH | cleared |
    manager of MOH | accepted |
    manager of MOH | sealed |
    manager and drafter of MOH | unassigned | read comment
    manager and drafter of MOH | drafting | read comment
    manager and drafter of MOH | cleared | read comment
    manager and drafter of MOH | accepted | read comment
    manager and drafter of MOH | sealed | read comment
    named officer of MOH | unassigned |
    named officer of MOH | drafting |
    named officer of MOH | cleared |
    named officer of MOH | accepted |
    named officer of MOH | sealed |
    named coordinator and respondent of MAMPU | unassigned |
    named coordinator and respondent of MAMPU | drafting |
    named coordinator and respondent of MAMPU | cleared |
    named coordinator and respondent of MAMPU | accepted |
    named coordinator and respondent of MAMPU | sealed |"
  `);
});

function roundTable(facts: RoundFacts): string {
  return Object.entries(cast)
    .map(([name, actor]) => `${name} | ${roundActions.filter((action) => canInRound(actor, action, facts)).join(' ')}`.trimEnd())
    .join('\n');
}
test('P13, P20, P21, P22, P23, P24: role x round action, whole', () => {
  expect(roundTable(round)).toMatchInlineSnapshot(`
    "outsider |
    administrator | read-round manage-round
    coordinator of MAMPU | read-round read-record export import record-sending manage-round
    coordinator of MOE | read-round read-record export
    drafter of MOH | read-round read-record export
    drafter of EPU | read-round read-record export
    drafter of MOE | read-round read-record export
    officer of MOH | read-round read-record export
    officer of EPU | read-round read-record export
    officer of MOE | read-round read-record export
    respondent of MAMPU | read-round read-record export approve
    observer of MOE | read-round read-record export
    drafter and officer of MOH | read-round read-record export
    manager of MOH | read-round
    manager and drafter of MOH | read-round read-record export
    named officer of MOH | read-round
    named coordinator and respondent of MAMPU | read-round"
  `);
});
test('P25: role x round action in a separate round, whole', () => {
  expect(roundTable(separateRound)).toMatchInlineSnapshot(`
    "outsider |
    administrator | read-round manage-round
    coordinator of MAMPU | read-round read-record export import record-sending manage-round
    coordinator of MOE | read-round
    drafter of MOH | read-round
    drafter of EPU | read-round
    drafter of MOE | read-round
    officer of MOH | read-round
    officer of EPU | read-round
    officer of MOE | read-round
    respondent of MAMPU | read-round read-record export approve
    observer of MOE | read-round read-record export
    drafter and officer of MOH | read-round
    manager of MOH | read-round
    manager and drafter of MOH | read-round
    named officer of MOH | read-round
    named coordinator and respondent of MAMPU | read-round"
  `);
});
