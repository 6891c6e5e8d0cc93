// One entry of the timeline: who did what, the exact words, when, and how they proved who they are.
import type { RecordEntry } from '@chancery/domain';
import type { ReactElement } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { recordWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { vouchingSentence } from '../../../words/vouching.ts';
import { EntryHash } from './EntryHash.tsx';
import { entrySentence } from './entry-facts.ts';
import { entryLook } from './entry-icon.ts';

export function EntryRow({ entry }: { readonly entry: RecordEntry }): ReactElement {
  const words = useWords();
  const { say, moment } = words;
  const { questions } = useRound();
  const { icon, colour } = entryLook(entry.kind);
  const { by, authentication } = entry;
  const who = [by.title, by.agency?.name ?? say(recordWords.administrator)].filter((it) => it !== '').join(', ');
  const vouching = vouchingSentence(by);
  const proof =
    authentication.method === 'system' ? say(recordWords.system) : say(recordWords.password, { moment: moment(authentication.at) });
  return (
    <li className="relative grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 pb-6 last:pb-2">
      <span className={`z-1 flex size-8 items-center justify-center rounded-full ${colour}`}>
        <Icon name={icon} />
      </span>
      {/* The thread on which the entries hang. */}
      <span aria-hidden="true" className="absolute inset-y-0 inset-s-4 w-px bg-line [li:last-child>&]:hidden" />
      <div className="min-w-0 pt-1">
        <h3 className="text-15 font-semibold">{entrySentence(entry, questions, words)}</h3>
        <p className="mt-0.5 max-w-[72ch] text-15 wrap-anywhere whitespace-pre-line">{entry.words}</p>
        <p className="mt-1 text-13 text-ink-soft">{[who, ...(vouching === null ? [] : [say(...vouching)])].join(' · ')}</p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-13 text-ink-soft">
          <time dateTime={entry.at}>{moment(Date.parse(entry.at))}</time>
          <span>{proof}</span>
          <span className="inline-flex items-center gap-1">
            {say(recordWords.entry, { sequence: entry.sequence })}
            <EntryHash entry={entry} />
          </span>
        </p>
      </div>
    </li>
  );
}
