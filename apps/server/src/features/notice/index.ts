// The endpoints of notices: what happened that concerns me.
import { notice } from '@chancery/contract';
import { now, noticesOf, readNotices } from '@chancery/store';
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../http/implement.ts';

const maxNotices = 100;

/** Serves `GET /api/notices` and marking them as read. */
export function serveNotices(server: Server, context: Context): void {
  implement(server, 'listNotices', async ({ by }) => {
    const notices = await noticesOf(context.store.read, by.person.id, maxNotices);
    return {
      notices: notices.map(({ id, round, question, kind, details, at, readAt }) => ({
        id,
        round,
        question,
        kind: notice.shape.kind.parse(kind),
        by: wordsOf(details['by']),
        about: wordsOf(details['about']),
        agency: wordsOf(details['agency']),
        isAboutMe: details['person'] === by.person.id,
        reason: wordsOf(details['reason']),
        text: wordsOf(details['text']),
        at,
        isRead: readAt !== null,
      })),
    };
  });
  implement(server, 'readNotices', async ({ body, by }) => {
    await context.store.transaction(async (tx) => readNotices(tx, by.person.id, body.ids, await now(tx)));
    context.hub.tellPerson(by.person.id, { kind: 'notices-changed' });
    return { ok: true };
  });
}

function wordsOf(detail: unknown): string {
  return typeof detail === 'string' ? detail : '';
}
