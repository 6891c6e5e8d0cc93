// The navigation between the pages of a round: those that the reader's rights open.
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef } from 'react';
import type { RoundView } from '@chancery/contract';
import type { RoundAction } from '@chancery/domain';
import type { MessageDescriptor } from 'react-intl';
import { mayInRound } from '../api/acting.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';

interface Page {
  readonly to: '' | 'questionnaire' | 'people' | 'import' | 'approval' | 'record' | 'exports';
  readonly name: MessageDescriptor;
  /** The right that opens the page; any of them is enough. */
  readonly rights: readonly RoundAction[];
}

const pages: readonly Page[] = [
  { to: '', name: shellWords.overview, rights: ['read-round'] },
  { to: 'questionnaire', name: shellWords.questionnaire, rights: ['read-round'] },
  { to: 'people', name: shellWords.people, rights: ['read-round'] },
  { to: 'import', name: shellWords.import, rights: ['import'] },
  { to: 'approval', name: shellWords.approval, rights: ['approve', 'record-sending'] },
  { to: 'record', name: shellWords.record, rights: ['read-record'] },
  { to: 'exports', name: shellWords.exports, rights: ['export'] },
];

export function RoundNavigation({ round }: { readonly round: RoundView }): ReactElement {
  const { say } = useWords();
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a narrow screen the pages do not fit: the one that is open is brought into sight, and the page itself stays where it is.
  useEffect(() => {
    const current = bar.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (bar.current === null || !current) return;
    const { left, width } = current.getBoundingClientRect();
    const frame = bar.current.getBoundingClientRect();
    bar.current.scrollBy({ left: left + width / 2 - (frame.left + frame.width / 2) });
  }, [pathname]);
  const open = pages.filter((page) => page.rights.some((right) => mayInRound(round, right)));
  return (
    <nav
      ref={bar}
      aria-label={say(shellWords.roundNavigation)}
      className="max-lg:order-last max-lg:-mx-4 sm:max-lg:-mx-6 max-lg:w-[calc(100%+2rem)] sm:max-lg:w-[calc(100%+3rem)] max-lg:overflow-x-auto max-lg:border-t max-lg:border-line max-lg:px-2"
    >
      <ul className="flex">
        {open.map((page) => (
          <li key={page.to}>
            <Link
              to={page.to === '' ? '/rounds/$round' : `/rounds/$round/${page.to}`}
              params={{ round: round.id }}
              activeOptions={{ exact: page.to === '', includeSearch: false }}
              className="flex min-h-11 items-center border-b-2 border-transparent px-2.5 text-15 text-ink-soft outline-offset-[-4px] hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink lg:min-h-13"
            >
              {say(page.name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
