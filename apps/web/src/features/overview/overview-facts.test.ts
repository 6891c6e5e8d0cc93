import { asId, type AgencyId, type Day, type FieldId } from '@chancery/domain';
import { describe, expect, it } from 'vitest';
import { marksOf } from './marks.ts';
import { countStages, progressByAgency, progressNumbers } from './progress.ts';
import { answerRow } from './testing/answer-row.ts';
import { waitingFor } from './waiting.ts';

const [yesterday, today, tomorrow] = ['2027-05-23', '2027-05-24', '2027-05-25'].map((it) => asId<Day>(it)) as [Day, Day, Day];
const field = asId<FieldId>('detail');
const health = asId<AgencyId>('health');

describe('the marks of a question', () => {
  it('are none for one that needs nothing', () => {
    for (const dueDay of [today, tomorrow]) expect(marksOf(answerRow('1', { dueDay }), today)).toEqual([]);
  });

  it('come with the most urgent first', () => {
    const row = answerRow('1', {
      dueDay: yesterday,
      openQueries: 2,
      stale: [health],
      empty: [field],
      toConfirm: [field],
      openProposals: 1,
    });
    expect(marksOf(row, today)).toEqual([
      { name: 'overdue', count: 1 },
      { name: 'open-query', count: 2 },
      { name: 'stale-clearance', count: 1 },
      { name: 'to-confirm', count: 1 },
      { name: 'open-proposal', count: 1 },
      { name: 'required-empty', count: 1 },
    ]);
  });

  it.each(['accepted', 'sealed'] as const)('are none once it is %s: it can no longer be late', (status) => {
    expect(marksOf(answerRow('1', { status, dueDay: yesterday, stale: [health] }), today)).toEqual([]);
  });
});

describe('what waits for me', () => {
  it('is sorted by due date, then by urgency, and leaves out what waits for others', () => {
    const rows = [
      answerRow('1', { mine: 'draft', dueDay: tomorrow }),
      answerRow('2', { mine: null, dueDay: yesterday }),
      answerRow('3', { mine: 'answer-query', dueDay: tomorrow }),
      answerRow('4', { mine: 'clear', dueDay: yesterday }),
      answerRow('5', { mine: 'assign', leading: null, status: 'unassigned' }),
    ];
    expect(waitingFor(rows).map(({ row }) => row.question)).toEqual(['5', '4', '3', '1']);
  });

  it('begins with what was returned, whenever it is due', () => {
    const rows = [answerRow('1', { mine: 'clear', dueDay: yesterday }), answerRow('2', { mine: 'revise' })];
    expect(waitingFor(rows).map(({ row }) => row.question)).toEqual(['2', '1']);
  });

  it('puts a question without a due date behind those that have one', () => {
    const rows = [answerRow('1', { mine: 'draft' }), answerRow('2', { mine: 'draft', dueDay: tomorrow })];
    expect(waitingFor(rows).map(({ row }) => row.question)).toEqual(['2', '1']);
  });
});

describe('progress', () => {
  const agency = (id: string) => ({ id: asId<AgencyId>(id), name: id, shortName: id, colour: 1, isLead: false });

  it('counts sealed answers as accepted', () => {
    const counts = countStages([answerRow('1', { stage: 'sealed' }), answerRow('2', { stage: 'accepted' }), answerRow('3')]);
    expect(counts).toMatchObject({ empty: 0, 'being-written': 1, cleared: 0, accepted: 1, sealed: 1 });
    expect(progressNumbers(counts, 3)).toMatchObject({ accepted: 2, written: 1, empty: 0, questions: 3 });
  });

  it('of an agency is that of the questions it leads, not of those it contributes to', () => {
    const answers = [
      answerRow('1', { leading: 'finance', contributing: ['health'], stage: 'accepted' }),
      answerRow('2', { leading: 'finance' }),
    ];
    const progress = progressByAgency({ agencies: [agency('health'), agency('finance')], answers });
    expect(progress.map((it) => [it.agency.id, it.questions, it.counts.accepted])).toEqual([
      ['finance', 2, 1],
      ['health', 0, 0],
    ]);
  });
});
