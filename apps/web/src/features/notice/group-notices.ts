// Notices in groups: what one person did many times in a round is told once.
import type { ListedNotice } from './words.ts';

export interface NoticeGroup {
  /** The latest of them. */
  readonly first: ListedNotice;
  /** The others, the latest first. */
  readonly more: readonly ListedNotice[];
}

/** Of one kind, round and person, read or unread, each group where its latest notice stood. Those about persons stay single: each names another. */
export function groupNotices(notices: readonly ListedNotice[]): readonly NoticeGroup[] {
  const groups = new Map<string, ListedNotice[]>();
  for (const notice of notices) {
    const { id, kind, round, by, about, isRead } = notice;
    const key = about === '' ? JSON.stringify([kind, round, by, isRead]) : id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [notice]);
    else group.push(notice);
  }
  return [...groups.values()].flatMap(([first, ...more]) => (first === undefined ? [] : [{ first, more }]));
}
