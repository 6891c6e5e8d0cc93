// What a filter asks of an entry: the questions and agencies that it is about.
import { asId, type EntryKind, type QuestionId, type RecordEntry } from '@chancery/domain';

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

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
