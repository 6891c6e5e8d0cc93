// An entry as it is read: its sentence, and the questions and agencies that it is about, for which a filter asks.
import { asId, type EntryKind, type Question, type QuestionId, type RecordEntry } from '@chancery/domain';
import { entryPartWords, entryWords } from '../words.ts';
import type { Words } from '../../../words/use-words.ts';

export interface EntryFilter {
  readonly kind: EntryKind | null;
  readonly agency: string | null;
  readonly question: QuestionId | null;
}

export const everything: EntryFilter = { kind: null, agency: null, question: null };

/** The questions that an entry names, in its scope or among its facts. */
export function questionsOfEntry({ scope, details }: Pick<RecordEntry, 'scope' | 'details'>): readonly QuestionId[] {
  const outcomes = Array.isArray(details['outcomes']) ? (details['outcomes'] as readonly unknown[]) : [];
  const named = [details['question'], ...outcomes.map((it) => memberOf(it, 'question'))];
  return [
    ...new Set([...scope.map((it) => it.question), ...named.filter((it) => typeof it === 'string').map((it) => asId<QuestionId>(it))]),
  ];
}

/** The agencies that acted, were assigned, asked or changed. */
export function agenciesOfEntry({ by, details }: Pick<RecordEntry, 'by' | 'details'>): readonly string[] {
  const contributors = Array.isArray(details['contributors']) ? (details['contributors'] as readonly unknown[]) : [];
  const named = [
    by.agency?.id,
    details['agency'],
    details['leadingAgency'],
    details['addressedTo'],
    ...contributors.map((it) => memberOf(it, 'agency')),
  ];
  return [...new Set(named.filter((it) => typeof it === 'string'))];
}

/** The entries that fit the filter, newest first. */
export function filteredEntries(entries: readonly RecordEntry[], { kind, agency, question }: EntryFilter): readonly RecordEntry[] {
  return entries
    .filter((entry) => kind === null || entry.kind === kind)
    .filter((entry) => agency === null || agenciesOfEntry(entry).includes(agency))
    .filter((entry) => question === null || questionsOfEntry(entry).includes(question))
    .toReversed();
}

/** "Clearing officer of KPWKM cleared question 35 for Ministry of Women". A kind that this page does not know is said in its own words. */
export function entrySentence(entry: RecordEntry, questions: ReadonlyMap<QuestionId, Question>, { say }: Pick<Words, 'say'>): string {
  if (!Object.hasOwn(entryWords, entry.kind)) return entry.words;
  return say(entryWords[entry.kind], {
    who: entry.by.name,
    question: questionPart(entry, questions, say),
    agency: entry.by.agency?.name ?? say(entryPartWords.ownAgency),
    // Entries of before name the person by their id alone.
    about: typeof entry.details['name'] === 'string' ? entry.details['name'] : say(entryPartWords.aMember),
  });
}

function questionPart(entry: RecordEntry, questions: ReadonlyMap<QuestionId, Question>, say: Words['say']): string {
  const [id] = questionsOfEntry(entry);
  const question = id === undefined ? undefined : questions.get(id);
  if (question === undefined) return say(entryPartWords.aQuestion);
  return question.number === null
    ? say(entryPartWords.unnumbered, { text: question.text })
    : say(entryPartWords.question, { number: question.number });
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
