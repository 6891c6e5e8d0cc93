// The history of one answer: decisions in plain sentences and who wrote when, newest first.
import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@chancery/contract';
import type { QuestionId, RecordEntry, RoundId } from '@chancery/domain';
import type { ReactElement } from 'react';
import { historyQuery } from '../../api/queries.ts';
import { useRound } from '../../api/current-round.ts';
import { ErrorState } from '../../ui/page/EmptyState.tsx';
import { SkeletonRows } from '../../ui/page/Skeleton.tsx';
import { entryWords, historyWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

type Spell = ResponseOf<'readHistory'>['spells'][number];

/** One line of the history: a decision or a spell of writing. */
type Event =
  | { readonly kind: 'entry'; readonly at: number; readonly entry: RecordEntry }
  | { readonly kind: 'spell'; readonly at: number; readonly spell: Spell };

export function HistoryPanel({ round, question }: { readonly round: RoundId; readonly question: QuestionId }): ReactElement {
  const { say } = useWords();
  const { data, error, refetch } = useQuery(historyQuery(round, question));
  if (data === undefined) return error === null ? <SkeletonRows rows={4} /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  const events = eventsOf(data);
  if (events.length === 0) return <p className="px-4 py-6 text-ink-soft">{say(historyWords.none)}</p>;
  return (
    <ol className="flex flex-col py-2">
      {events.map((event) => (
        <li
          key={event.kind === 'entry' ? `entry-${event.entry.sequence}` : `spell-${event.at}-${event.spell.person ?? ''}`}
          className="flex gap-3 px-4 py-2.5"
        >
          <span
            aria-hidden="true"
            className={
              event.kind === 'entry'
                ? 'mt-2 size-2 shrink-0 rounded-full bg-accent'
                : 'mt-2 size-2 shrink-0 rounded-full inset-ring-2 inset-ring-line-strong'
            }
          />
          <div className="min-w-0">{event.kind === 'entry' ? <EntryLine entry={event.entry} /> : <SpellLine spell={event.spell} />}</div>
        </li>
      ))}
    </ol>
  );
}

function EntryLine({ entry }: { readonly entry: RecordEntry }): ReactElement {
  const { say, moment } = useWords();
  const { by, kind, words } = entry;
  const who = by.agency === null ? by.name : say(historyWords.forAgency, { person: by.name, agency: by.agency.name });
  const deed = Object.hasOwn(entryWords, kind) ? entryWords[kind as keyof typeof entryWords] : entryWords.other;
  return (
    <>
      <p>
        <strong className="font-semibold">{who}</strong> {say(deed)}.
      </p>
      {words === '' ? null : <p className="mt-0.5 text-13 text-ink-soft">{words}</p>}
      <p className="text-13 text-ink-faint">{moment(Date.parse(entry.at))}</p>
    </>
  );
}

function SpellLine({ spell }: { readonly spell: Spell }): ReactElement {
  const { say, moment } = useWords();
  const { people, agencies } = useRound();
  const person = spell.person === null ? say(historyWords.server) : (people.get(spell.person)?.name ?? say(historyWords.somebody));
  const agency = spell.agency === null ? null : (agencies.get(spell.agency)?.name ?? null);
  return (
    <>
      <p className="text-ink-soft">
        {say(historyWords.wrote, { person: agency === null ? person : say(historyWords.forAgency, { person, agency }) })}
      </p>
      <p className="text-13 text-ink-faint">{moment(spell.to)}</p>
    </>
  );
}

function eventsOf({ entries, spells }: ResponseOf<'readHistory'>): readonly Event[] {
  const all: Event[] = [
    ...entries.map((entry): Event => ({ kind: 'entry', at: Date.parse(entry.at), entry })),
    ...spells.map((spell): Event => ({ kind: 'spell', at: spell.to, spell })),
  ];
  return all.toSorted((left, right) => right.at - left.at);
}
