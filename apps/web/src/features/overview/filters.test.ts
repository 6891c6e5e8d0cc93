import { asId, type AgencyId } from '@chancery/domain';
import { describe, expect, it } from 'vitest';
import { filterRows, isFiltered, readFilters } from './filters.ts';
import { answerRow } from './testing/answer-row.ts';

const health = asId<AgencyId>('health');

describe('the filters of an address', () => {
  it('are read, and whatever makes no sense is left out', () => {
    expect(readFilters({ agency: 'health', status: 'cleared', mine: true })).toEqual({ agency: 'health', status: 'cleared', mine: true });
    expect(readFilters({ agency: '', status: 'lost', mine: 'perhaps', page: 3 })).toEqual({});
    expect(readFilters({ agency: 12 })).toEqual({ agency: '12' });
  });

  it('are no filters when there are none', () => {
    expect(isFiltered({})).toBe(false);
    expect(isFiltered({ mine: true })).toBe(true);
  });
});

describe('filtering the questions', () => {
  const led = answerRow('1', { leading: 'health', stage: 'empty' });
  const contributed = answerRow('2', { leading: 'finance', contributing: ['health'], stage: 'cleared' });
  const foreign = answerRow('3', { leading: 'finance', stage: 'empty' });
  const unassigned = answerRow('4', { leading: null, stage: 'unassigned', mine: 'assign' });
  const rows = [led, contributed, foreign, unassigned];
  const shown = (filters: Parameters<typeof filterRows>[1]) => filterRows(rows, filters, health).map((row) => row.question);

  it('shows everything, in order, without a filter', () => {
    expect(shown({})).toEqual(['1', '2', '3', '4']);
  });

  it('by agency shows what it leads and what it contributes to', () => {
    expect(shown({ agency: 'health' })).toEqual(['1', '2']);
  });

  it('by several shows what passes all of them', () => {
    expect(shown({ agency: 'health', status: 'cleared' })).toEqual(['2']);
  });

  it('"mine" shows what is assigned to my agency and what waits for me', () => {
    expect(shown({ mine: true })).toEqual(['1', '2', '4']);
  });

  it('"mine" of somebody without an agency shows only what waits for them', () => {
    expect(filterRows(rows, { mine: true }, null).map((row) => row.question)).toEqual(['4']);
  });
});
