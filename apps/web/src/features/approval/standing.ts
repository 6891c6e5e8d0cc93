// The summary of who stands behind the answers: one line for each officer and each coordinator, with their questions and when.
import type { AnswerRow } from '@chancery/contract';
import type { AgencyId, Instant, PersonId, Question, RecordEntry } from '@chancery/domain';

export type StandingKind = 'cleared' | 'accepted' | 'noAnswer';

export interface StandingLine {
  readonly kind: StandingKind;
  /** Null for acceptances: the lead coordinating agency gives them all. */
  readonly agency: AgencyId | null;
  readonly person: PersonId;
  /** In printed order. */
  readonly questions: readonly Question[];
  readonly first: Instant;
  readonly last: Instant;
}

interface Word {
  readonly kind: StandingKind;
  readonly agency: AgencyId | null;
  readonly person: PersonId;
  readonly question: Question;
  readonly at: Instant;
}

/** Clearances of the texts as they stand, then acceptances, each in the order of the first question. */
export function standingLines(questions: readonly Question[], rows: readonly AnswerRow[]): readonly StandingLine[] {
  const byQuestion = new Map(rows.map((row) => [row.question, row]));
  const words = questions.flatMap((question) => {
    const row = byQuestion.get(question.id);
    return row === undefined ? [] : wordsOn(question, row);
  });
  const kinds: readonly StandingKind[] = ['cleared', 'accepted', 'noAnswer'];
  return kinds.flatMap((kind) => linesOf(words.filter((word) => word.kind === kind)));
}

const entryKindOf = { cleared: 'cleared', accepted: 'accepted', noAnswer: 'no-answer' } as const satisfies Record<
  StandingKind,
  RecordEntry['kind']
>;

/** Who gave the word of a line, as the latest entry of the record about it prints them; null where the record is not there. */
export function signatoryOf({ kind, person }: StandingLine, entries: readonly RecordEntry[]): RecordEntry['by'] | null {
  return entries.findLast((entry) => entry.kind === entryKindOf[kind] && entry.by.person === person)?.by ?? null;
}

/** "1-3, 7": numbers that follow each other are drawn together. Questions without a number are left out. */
export function numberRanges(questions: readonly Question[]): string {
  const numbers = questions.flatMap(({ number }) => (number === null ? [] : [number])).toSorted((left, right) => left - right);
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range !== undefined && number === range[1] + 1) range[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`)).join(', ');
}

function wordsOn(question: Question, row: AnswerRow): readonly Word[] {
  const cleared = row.clearances
    .filter((it) => row.isReadable && it.digest === row.digest)
    .map(({ agency, person, at }): Word => ({ kind: 'cleared', agency, person, question, at }));
  if (row.acceptance === null) return cleared;
  const { kind, person, at } = row.acceptance;
  return [...cleared, { kind: kind === 'accepted' ? 'accepted' : 'noAnswer', agency: null, person, question, at }];
}

function linesOf(words: readonly Word[]): readonly StandingLine[] {
  const byGiver = Map.groupBy(words, ({ agency, person }) => `${agency ?? ''} ${person}`);
  return [...byGiver.values()].flatMap((given) => {
    const [one] = given;
    if (one === undefined) return [];
    const times = given.map((it) => it.at);
    const { kind, agency, person } = one;
    return [{ kind, agency, person, questions: given.map((it) => it.question), first: Math.min(...times), last: Math.max(...times) }];
  });
}
