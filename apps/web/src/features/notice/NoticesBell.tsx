// The bell: what happened that concerns the reader, and how much of it is unread.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../api/call.ts';
import { noticesQuery } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState, ErrorState } from '../../ui/page/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Popover } from '../../ui/overlay/Popover.tsx';
import { SkeletonRows } from '../../ui/page/Skeleton.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { noticeListWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { NoticeItem } from './NoticeItem.tsx';

/** Pages without a round have no stream of events. */
const askAgainMs = 60_000;

export function NoticesBell(): ReactElement {
  const { say } = useWords();
  const { data, error, refetch } = useQuery({ ...noticesQuery, refetchInterval: askAgainMs });
  const markRead = useMarkRead();
  const notices = data?.notices ?? [];
  const unread = notices.filter((notice) => !notice.isRead);
  return (
    <Popover
      label={say(noticeListWords.bell, { count: unread.length })}
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
        <>
          <div className="flex min-h-12 items-center justify-between gap-4 border-b border-line ps-4 pe-2">
            <h2 className="text-15 font-semibold">{say(noticeListWords.title)}</h2>
            {unread.length === 0 ? null : (
              <Button
                look="quiet"
                size="small"
                isBusy={markRead.isPending}
                onPress={() => markRead.mutate(unread.map((notice) => notice.id))}
              >
                {say(noticeListWords.markRead)}
              </Button>
            )}
          </div>
          {data === undefined && error === null ? <SkeletonRows rows={3} /> : null}
          {data === undefined && error !== null ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
          {data !== undefined && notices.length === 0 ? (
            <EmptyState icon="bell" title={say(noticeListWords.none)}>
              {say(noticeListWords.noneWhy)}
            </EmptyState>
          ) : null}
          <ul>
            {notices.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} onOpen={close} />
            ))}
          </ul>
        </>
      )}
    </Popover>
  );
}

function useMarkRead() {
  const client = useQueryClient();
  const { tellFailure } = useToasts();
  return useMutation({
    mutationFn: (ids: readonly string[]) => call('readNotices', { body: { ids: [...ids] } }),
    onSuccess: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
    onError: tellFailure,
  });
}
