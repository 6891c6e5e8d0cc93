// The bell: what happened that concerns the reader, and how much of it is unread.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { noticesQuery } from '../../api/queries.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Popover } from '../../ui/overlay/Popover.tsx';
import { onDemand } from '../../ui/page/on-demand.ts';
import { PartBoundary } from '../../ui/page/PartBoundary.tsx';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

const NoticesPanel = onDemand(() => import('./NoticesPanel.tsx').then((feature) => feature.NoticesPanel));

/** Pages without a round have no stream of events. */
const askAgainMs = 60_000;

export function NoticesBell(): ReactElement {
  const { say } = useWords();
  const { data } = useQuery({ ...noticesQuery, refetchInterval: askAgainMs });
  const notices = data?.notices ?? [];
  const unread = notices.filter((notice) => !notice.isRead);
  return (
    <Popover
      label={say(shellWords.notices, { count: unread.length })}
      className="w-96"
      buttonClassName="relative inline-flex size-11 items-center justify-center rounded-6 text-ink-soft hover:bg-sunken hover:text-ink"
      button={
        <>
          <Icon name="bell" size={20} />
          {unread.length === 0 ? null : (
            <span
              aria-hidden="true"
              className="numbers-aligned absolute inset-e-1 top-1 min-w-4.5 rounded-full bg-danger-fill px-1 text-[0.6875rem] leading-4.5 font-semibold text-on-accent"
            >
              {unread.length > 99 ? '99+' : unread.length}
            </span>
          )}
        </>
      }
    >
      {(close) => (
        <PartBoundary>
          <NoticesPanel close={close} />
        </PartBoundary>
      )}
    </Popover>
  );
}
