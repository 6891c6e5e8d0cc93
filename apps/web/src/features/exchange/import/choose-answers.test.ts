import { type FieldValue, asId, type QuestionId } from '@chancery/domain';
import { describe, expect, it } from 'vitest';
import { chosenAtFirst, type FoundAnswer, isToConfirm, shownAnswers, shownCounts } from './choose-answers.ts';

function found(question: string, fate: FoundAnswer['fate'], value: FieldValue = { kind: 'line', text: 'x' }): FoundAnswer {
  const id = asId<QuestionId>(question);
  return { question: id, fate, source: '', content: { question: id, fields: { a: value } as never }, notes: [] };
}

const unread: FieldValue = { kind: 'choice', chosen: [], toConfirm: true };
const answers = [
  found('1', 'fill', unread),
  found('2', 'propose'),
  found('3', 'same', unread),
  found('4', 'frozen'),
  found('5', 'nothing-found'),
];

describe('an import at first', () => {
  it('chooses what can be written, and nothing that is refused, the same or empty', () => {
    expect([...chosenAtFirst(answers)]).toEqual(['1', '2']);
  });

  it('asks to confirm ticks that were not read or were too many', () => {
    expect(answers.map(isToConfirm)).toEqual([true, false, true, false, false]);
    expect(isToConfirm({ ...found('6', 'fill'), notes: [{ code: 'several-ticks', field: 'a', text: '' }] })).toBe(true);
    expect(isToConfirm({ ...found('6', 'fill'), notes: [{ code: 'link-not-kept', field: 'a', text: '' }] })).toBe(false);
  });

  it('offers only kinds that there are, and shows each of them whole', () => {
    const counts = shownCounts(answers);
    expect(counts.map(({ shown, count }) => `${shown} ${count}`)).toEqual([
      'all 5',
      'fill 1',
      'propose 1',
      'same 1',
      'nothing-found 1',
      'frozen 1',
      'confirm 1',
    ]);
    for (const { shown, count } of counts) expect(shownAnswers(answers, shown)).toHaveLength(count);
  });

  it('offers "all" of an empty preview', () => {
    expect(shownCounts([])).toEqual([{ shown: 'all', count: 0 }]);
  });
});
