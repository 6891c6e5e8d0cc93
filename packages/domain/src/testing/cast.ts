// The people and the facts that the rule tests speak of: MAMPU leads the round, MOH and EPU take part.
import { type AgencyId, asId, type Digest, type FieldId, type OptionId, type PersonId, type QuestionId, type ThreadId } from '../id.ts';
import type { AnswerFacts } from '../answer/answer-status.ts';
import type { Assignment } from '../round/assignment.ts';
import type { Actor, Role } from '../round/membership.ts';
import type { Question } from '../questionnaire/questionnaire.ts';
import type { RoundFacts } from '../round/round.ts';
import type { ThreadFacts } from '../answer/thread.ts';

export const mampu = asId<AgencyId>('mampu');
export const moh = asId<AgencyId>('moh');
export const epu = asId<AgencyId>('epu');
export const text1 = asId<Digest>('1'.repeat(64));
export const text2 = asId<Digest>('2'.repeat(64));
export const yes = asId<OptionId>('yes');
export const choiceField = asId<FieldId>('choice');
export const textField = asId<FieldId>('text');

export const round: RoundFacts = { phase: 'open', reading: 'shared', leadAgency: mampu };
export const separateRound: RoundFacts = { ...round, reading: 'separate' };

export function member(agency: AgencyId, ...roles: readonly Role[]): Actor {
  return { person: asId<PersonId>(`${agency}-${roles.join('+')}`), isAdministrator: false, membership: { agency, roles, named: [] } };
}

/** Somebody whose roles all wait for a confirmation. */
export function named(agency: AgencyId, ...waiting: readonly Role[]): Actor {
  return {
    person: asId<PersonId>(`${agency}-named-${waiting.join('+')}`),
    isAdministrator: false,
    membership: { agency, roles: [], named: waiting },
  };
}
export const outsider: Actor = { person: asId<PersonId>('outsider'), isAdministrator: false, membership: null };
export const administrator: Actor = { person: asId<PersonId>('administrator'), isAdministrator: true, membership: null };

export const question: Question = {
  id: asId<QuestionId>('35'),
  number: 35,
  subheading: null,
  text: 'Does the Government provide measures?',
  note: null,
  isRequired: true,
  answeredBy: 'agencies',
  fields: [
    {
      kind: 'choice',
      id: choiceField,
      label: null,
      hint: null,
      isRequired: true,
      expectedWhen: null,
      options: [
        { id: yes, label: 'Yes', text: 'none' },
        { id: asId<OptionId>('no'), label: 'No', text: 'none' },
      ],
    },
    {
      kind: 'text',
      id: textField,
      label: 'If yes, please provide link and detail.',
      hint: null,
      isRequired: true,
      expectedWhen: { field: choiceField, option: yes },
    },
  ],
};
export const optionalQuestion: Question = { ...question, id: asId<QuestionId>('36'), number: 36, isRequired: false };
export const respondentQuestion: Question = { ...question, id: asId<QuestionId>('consent'), number: null, answeredBy: 'respondent' };

/** MOH leads, EPU contributes and must clear too. */
export const assignment: Assignment = { leadingAgency: moh, contributors: [{ agency: epu, mustClear: true }], dueDay: null };

export function cleared(agency: AgencyId, digest: Digest = text1): AnswerFacts['clearances'][number] {
  return { agency, person: asId<PersonId>(`${agency}-officer`), digest, at: 0 };
}

export const acceptance: AnswerFacts['acceptance'] = { kind: 'accepted', person: asId<PersonId>('coordinator'), digest: text1, at: 0 };

export function query(isResolved = false): ThreadFacts {
  return { id: asId<ThreadId>('q1'), kind: 'query', addressedTo: moh, startedBy: asId<PersonId>('asker'), isResolved };
}
export const comment: ThreadFacts = {
  id: asId<ThreadId>('c1'),
  kind: 'comment',
  addressedTo: null,
  startedBy: asId<PersonId>('asker'),
  isResolved: false,
};

/** An answer that is complete, cleared by both and ready to be accepted. */
export const ready: AnswerFacts = {
  question,
  phase: 'open',
  assignment,
  clearances: [cleared(moh), cleared(epu)],
  acceptance: null,
  takenBack: null,
  threads: [],
  digest: text1,
  completeness: { empty: [], toConfirm: [] },
  isEmpty: false,
};
