// What opens at the bell: the notices, the latest first.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../api/call.ts';
import { noticesQuery } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState, ErrorState } from '../../ui/page/EmptyState.tsx';
import { SkeletonRows } from '../../ui/page/Skeleton.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { noticeListWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { groupNotices } from './group-notices.ts';
import { NoticeGroupItem } from './NoticeItem.tsx';

export function NoticesPanel({ close }: { readonly close: () => void }): ReactElement {
  const { say } = useWords();
  const { data, error, refetch } = useQuery(noticesQuery);
  const markRead = useMarkRead();
  const notices = data?.notices ?? [];
  const unread = notices.filter((notice) => !notice.isRead);
  return (
    <>
      <div className="flex min-h-12 items-center justify-between gap-4 border-b border-line ps-4 pe-2">
        <h2 className="text-15 font-semibold">{say(noticeListWords.title)}</h2>
        {unread.length === 0 ? null : (
          <Button look="quiet" size="small" isBusy={markRead.isPending} onPress={() => markRead.mutate(unread.map((notice) => notice.id))}>
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
        {groupNotices(notices).map((group) => (
          <NoticeGroupItem key={group.first.id} group={group} onOpen={close} />
        ))}
      </ul>
    </>
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
