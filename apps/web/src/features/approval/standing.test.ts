import type { AnswerRow } from '@chancery/contract';
import { type AgencyId, asId, type Digest, type PersonId, type Question, type QuestionId, type RecordEntry } from '@chancery/domain';
import { expect, it } from 'vitest';
import { numberRanges, signatoryOf, standingLines } from './standing.ts';

const question = (number: number | null) => ({ id: asId<QuestionId>(`q${number ?? 'contact'}`), number }) as Question;
const [text, older] = [asId<Digest>('a'.repeat(64)), asId<Digest>('b'.repeat(64))];
const cleared = (agency: string, person: string, at: number, digest = text) => ({
  agency: asId<AgencyId>(agency),
  person: asId<PersonId>(person),
  digest,
  at,
});
const row = (number: number, clearances: AnswerRow['clearances'], kind: 'accepted' | 'no-answer' | null = 'accepted') =>
  ({
    question: question(number).id,
    isReadable: true,
    digest: text,
    clearances,
    acceptance: kind === null ? null : { kind, person: asId<PersonId>('coordinator'), digest: text, at: 100 + number },
  }) as AnswerRow;

it('draws an officer and a coordinator to one line each, with the first and the last time', () => {
  const rows = [row(1, [cleared('MOH', 'bala', 10)]), row(2, [cleared('MOH', 'bala', 30), cleared('EPU', 'devi', 20)])];
  const lines = standingLines([question(1), question(2)], rows);
  expect(lines.map((it) => [it.kind, it.person, it.questions.map((one) => one.number), it.first, it.last])).toEqual([
    ['cleared', 'bala', [1, 2], 10, 30],
    ['cleared', 'devi', [2], 20, 20],
    ['accepted', 'coordinator', [1, 2], 101, 102],
  ]);
});

it('leaves out clearances of an earlier text, and keeps "no answer" apart from acceptance', () => {
  const rows = [row(1, [cleared('MOH', 'bala', 10, older)], null), row(2, [], 'no-answer')];
  expect(standingLines([question(1), question(2)], rows).map((it) => it.kind)).toEqual(['noAnswer']);
});

it('draws numbers that follow each other together', () => {
  expect(numberRanges([1, 2, 3, 5, 6, 9, null].map(question))).toBe('1–3, 5, 6, 9');
  expect(numberRanges([question(null)])).toBe('');
});

it('finds who gave the word of a line as the latest entry about it prints them', () => {
  const entry = (kind: string, person: string, name: string) => ({ kind, by: { person, name } }) as unknown as RecordEntry;
  const [line] = standingLines([question(1)], [row(1, [cleared('MOH', 'bala', 10)])]);
  const entries = [entry('cleared', 'bala', 'Bala'), entry('cleared', 'bala', 'Bala Senior'), entry('accepted', 'bala', 'Other')];
  expect(signatoryOf(line!, entries)?.name).toBe('Bala Senior');
  expect(signatoryOf(line!, [])).toBeNull();
});
