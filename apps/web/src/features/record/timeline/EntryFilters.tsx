// The choice of entries that are shown: by what happened, by agency, by question. Only what occurs is offered.
import { asId, type EntryKind, entryKinds, type QuestionId, questionsOf, type RecordEntry } from '@chancery/domain';
import { type ReactElement, useMemo } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { Select } from '../../../ui/form/Select.tsx';
import { kindWords, recordWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { agenciesOfEntry, type EntryFilter, questionsOfEntry } from './entry-facts.ts';

interface EntryFiltersProps {
  readonly entries: readonly RecordEntry[];
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
}

export function EntryFilters({ entries, filter, onChange }: EntryFiltersProps): ReactElement {
  const { say } = useWords();
  const { round, questionnaire } = useRound();
  const { kinds, agencies, questions } = useMemo(() => occurring(entries), [entries]);
  const questionOptions = questionsOf(questionnaire)
    .filter(({ id }) => questions.has(id))
    .map(({ id, number, text }) => ({ value: id, label: number === null ? text : say(recordWords.question, { number }) }));
  return (
    <div className="grid gap-3 sm:grid-cols-3 print:hidden">
      <Select
        label={say(recordWords.filterKind)}
        value={filter.kind ?? ''}
        onChange={(value) => onChange({ ...filter, kind: value === '' ? null : (value as EntryKind) })}
        options={[all(say(recordWords.allKinds)), ...kinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))]}
      />
      <Select
        label={say(recordWords.filterAgency)}
        value={filter.agency ?? ''}
        onChange={(value) => onChange({ ...filter, agency: value === '' ? null : value })}
        options={[
          all(say(recordWords.allAgencies)),
          ...round.agencies.filter(({ id }) => agencies.has(id)).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        label={say(recordWords.filterQuestion)}
        value={filter.question ?? ''}
        onChange={(value) => onChange({ ...filter, question: value === '' ? null : asId<QuestionId>(value) })}
        options={[all(say(recordWords.allQuestions)), ...questionOptions]}
      />
    </div>
  );
}

function all(label: string): { readonly value: string; readonly label: string } {
  return { value: '', label };
}

function occurring(entries: readonly RecordEntry[]) {
  const found = new Set(entries.map((entry) => entry.kind));
  return {
    kinds: [...new Set(entryKinds)].filter((kind) => found.has(kind)),
    agencies: new Set<string>(entries.flatMap(agenciesOfEntry)),
    questions: new Set(entries.flatMap(questionsOfEntry)),
  };
}
