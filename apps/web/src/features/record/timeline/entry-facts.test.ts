import { asId, type Digest, type QuestionId, type RecordEntry } from '@chancery/domain';
import { describe, expect, it } from 'vitest';
import { agenciesOfEntry, everything, filteredEntries, questionsOfEntry } from './entry-facts.ts';

const question = (id: string) => asId<QuestionId>(id);

function entry(sequence: number, parts: Partial<Omit<RecordEntry, 'by'>> & { readonly agency?: string }): RecordEntry {
  const { agency, ...rest } = parts;
  return {
    kind: 'assigned',
    by: {
      person: asId('p'),
      name: 'P',
      title: '',
      agency: agency === undefined ? null : { id: asId(agency), name: agency },
      role: 'coordinator',
    },
    words: '',
    scope: [],
    authentication: { method: 'password', at: 0 },
    details: {},
    sequence,
    at: '2026-11-12T14:03:00.000Z',
    previous: '',
    hash: '',
    ...rest,
  };
}

const assigned = entry(1, {
  agency: 'lead',
  details: { question: '35', leadingAgency: 'women', contributors: [{ agency: 'health', mustClear: true }] },
});
const cleared = entry(2, {
  agency: 'women',
  kind: 'cleared',
  scope: [{ question: question('35'), digest: asId<Digest>('d') }],
  details: { agency: 'women' },
});
const imported = entry(3, { agency: 'lead', kind: 'imported', details: { outcomes: [{ question: '1' }, { question: '2' }, null, 7] } });
const entries = [assigned, cleared, imported];

describe('an entry', () => {
  it('names the questions of its scope and of its facts once each', () => {
    expect(entries.map(questionsOfEntry)).toEqual([['35'], ['35'], ['1', '2']]);
  });

  it('names the agencies that acted and those it is about', () => {
    expect(entries.map(agenciesOfEntry)).toEqual([['lead', 'women', 'health'], ['women'], ['lead']]);
  });

  it('may hold facts of any shape', () => {
    const odd = entry(4, { details: { question: 3, outcomes: 'x', contributors: { agency: 'a' }, agency: null } });
    expect([questionsOfEntry(odd), agenciesOfEntry(odd)]).toEqual([[], []]);
  });
});

describe('the timeline', () => {
  it('shows the newest first', () => {
    expect(filteredEntries(entries, everything).map((it) => it.sequence)).toEqual([3, 2, 1]);
  });

  it('shows what fits every part of the filter', () => {
    const numbers = (filter: Parameters<typeof filteredEntries>[1]) => filteredEntries(entries, filter).map((it) => it.sequence);
    expect(numbers({ ...everything, question: question('35') })).toEqual([2, 1]);
    expect(numbers({ ...everything, agency: 'lead' })).toEqual([3, 1]);
    expect(numbers({ ...everything, agency: 'women', kind: 'cleared' })).toEqual([2]);
    expect(numbers({ kind: 'imported', agency: 'women', question: null })).toEqual([]);
  });
});
