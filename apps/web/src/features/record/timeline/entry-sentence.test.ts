import { asId, type EntryKind, entryKinds, type Question, type QuestionId, type RecordEntry } from '@chancery/domain';
import { createIntl, type MessageDescriptor } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { entrySentence } from './entry-facts.ts';

const intl = createIntl({ locale: 'en' });
const words = {
  say: (sentence: MessageDescriptor, values?: Readonly<Record<string, string | number>>) => intl.formatMessage(sentence, values),
};
const questions = new Map([
  ['35', { number: 35, text: 'Does the Government provide' }],
  ['consent', { number: null, text: 'I/We authorize' }],
] as unknown as readonly [QuestionId, Question][]);

function sentence(kind: EntryKind, details: RecordEntry['details'] = { question: '35' }): string {
  const by = {
    person: asId('p'),
    name: 'Clearing officer of KPWKM',
    title: '',
    agency: { id: asId('a'), name: 'Ministry of Women' },
    role: 'drafter',
  };
  const entry = { kind, by, words: 'As they were said.', scope: [], details } as unknown as RecordEntry;
  return entrySentence(entry, questions, words);
}

describe('an entry as a sentence', () => {
  it('says who did what to which question', () => {
    expect(sentence('cleared')).toBe('Clearing officer of KPWKM cleared question 35 for Ministry of Women');
    expect(sentence('accepted', { question: 'consent' })).toBe('Clearing officer of KPWKM accepted the answer to “I/We authorize”');
  });

  it('is there for every kind, and leaves no gap in it', () => {
    for (const kind of entryKinds) expect(sentence(kind)).toMatch(/^Clearing officer of KPWKM [a-z]+ [^{}]*$/);
  });

  it('names no question where the round has none of that id', () => {
    expect(sentence('returned', { question: 'gone' })).toBe('Clearing officer of KPWKM returned a question to drafting');
  });

  it('is the entry’s own words where the kind is not known', () => {
    expect(sentence('invented' as EntryKind)).toBe('As they were said.');
    expect(sentence('constructor' as EntryKind)).toBe('As they were said.');
  });
});
