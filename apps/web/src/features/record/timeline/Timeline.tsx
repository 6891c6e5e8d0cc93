// The entries as a timeline, newest first, a page of them at a time.
import type { RecordEntry } from '@chancery/domain';
import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { useIsPrinting } from '../../../ui/page/use-is-printing.ts';
import { recordWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { EntryFilters } from './EntryFilters.tsx';
import { EntryRow } from './EntryRow.tsx';
import { everything, filteredEntries } from './entry-facts.ts';

const pageLength = 50;

export function Timeline({ entries }: { readonly entries: readonly RecordEntry[] }): ReactElement {
  const { say } = useWords();
  const [filter, setFilter] = useState(everything);
  const [length, setLength] = useState(pageLength);
  const isPrinting = useIsPrinting();
  if (entries.length === 0) {
    return (
      <EmptyState icon="history" title={say(recordWords.none)}>
        {say(recordWords.noneWhy)}
      </EmptyState>
    );
  }
  const fitting = filteredEntries(entries, filter);
  const count = { count: fitting.length, all: entries.length };
  const earlier = Math.min(pageLength, fitting.length - length);
  return (
    <div className="flex flex-col gap-5">
      <EntryFilters
        entries={entries}
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          setLength(pageLength);
        }}
      />
      <output className="numbers-aligned text-15 text-ink-soft">
        {say(fitting.length === entries.length ? recordWords.count : recordWords.countOf, count)}
      </output>
      {fitting.length === 0 ? (
        <EmptyState
          icon="search"
          title={say(recordWords.noneLeft)}
          action={<Button onPress={() => setFilter(everything)}>{say(recordWords.showAll)}</Button>}
        >
          {say(recordWords.noneLeftWhy)}
        </EmptyState>
      ) : (
        <ol reversed>
          {fitting.slice(0, isPrinting ? fitting.length : length).map((entry) => (
            <EntryRow key={entry.sequence} entry={entry} />
          ))}
        </ol>
      )}
      {earlier > 0 ? (
        <Button onPress={() => setLength(length + pageLength)} className="self-start">
          {say(recordWords.more, { count: earlier })}
        </Button>
      ) : null}
    </div>
  );
}
