// The questions of the section beside the answer, to move on without going back to the overview.
import { Link } from '@tanstack/react-router';
import type { AnswerRow } from '@chancery/contract';
import type { Question, QuestionId, RoundId } from '@chancery/domain';
import { type ReactElement, useEffect, useRef } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { stageIcon, useStageWords } from '../../ui/badge/StatusBadge.tsx';
import { questionWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

export interface SectionListProps {
  readonly round: RoundId;
  readonly heading: string | null;
  /** Readable questions of the section, with their answers. */
  readonly entries: readonly { readonly question: Question; readonly title: string; readonly row: AnswerRow }[];
  readonly current: QuestionId;
}

export function SectionList({ round, heading, entries, current }: SectionListProps): ReactElement {
  const { say } = useWords();
  const stageInWords = useStageWords();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // Nothing is returned: in newer browsers a scroll gives a promise, which React would take for the way to tear down.
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav
      ref={list}
      aria-label={say(questionWords.sectionList)}
      className="sticky top-0 flex max-h-dvh flex-col overflow-y-auto py-6 pe-2 max-xl:hidden print:hidden"
    >
      {heading === null ? null : <h2 className="px-3 pb-2 text-13 font-semibold text-ink-soft">{heading}</h2>}
      <ol>
        {entries.map(({ question, title, row }) => (
          <li key={question.id}>
            <Link
              to="/rounds/$round/questions/$question"
              params={{ round, question: question.id }}
              aria-current={question.id === current ? 'page' : undefined}
              className="flex items-start gap-2.5 rounded-6 px-3 py-2 text-13 leading-snug text-ink-soft hover:bg-sunken hover:text-ink aria-[current]:bg-accent-tint aria-[current]:text-ink"
            >
              <span className="mt-px">
                <Icon name={stageIcon(row.stage)} size={14} />
                <span className="sr-only">{stageInWords(row)} </span>
              </span>
              <span className="min-w-0">
                {question.number === null ? null : <strong className="numbers-aligned me-1.5 font-semibold">{question.number}</strong>}{' '}
                <span className="line-clamp-2 inline">{shortText(title)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const shortLength = 64;

function shortText(text: string): string {
  return text.length <= shortLength ? text : `${text.slice(0, shortLength).replace(/\s+\S*$/u, '')}…`;
}
