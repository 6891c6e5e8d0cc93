// Owns the bell: how many notices are unread.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { noticesQuery } from '../../api/queries.ts';
import { Icon } from '../../ui/Icon.tsx';

export function NoticesBell(): ReactElement | null {
  const { data } = useQuery(noticesQuery);
  if (data === undefined) return null;
  return (
    <span>
      <Icon name="bell" /> {data.notices.filter((notice) => !notice.isRead).length}
    </span>
  );
}
