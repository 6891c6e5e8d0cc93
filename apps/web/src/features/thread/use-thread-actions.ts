// What a person does to threads: the requests, and asking again for what they changed.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Anchor } from '@chancery/answer-doc';
import type { PersonSummary, ThreadView } from '@chancery/contract';
import type { CommentId, QuestionId, RoundId, ThreadId } from '@chancery/domain';
import { call } from '../../api/call.ts';
import { refreshAnswer } from '../../api/queries.ts';
import type { ThreadDraft } from './ThreadComposer.tsx';
import { mentionedIn } from './mention.ts';

export type ThreadAct =
  | { readonly kind: 'start'; readonly draft: ThreadDraft; readonly anchor: Anchor | null }
  | { readonly kind: 'reply'; readonly thread: ThreadId; readonly body: string }
  | { readonly kind: 'edit'; readonly thread: ThreadId; readonly comment: CommentId; readonly body: string }
  | { readonly kind: 'delete'; readonly thread: ThreadId; readonly comment: CommentId }
  | { readonly kind: 'resolve' | 'reopen'; readonly thread: ThreadId };

/** Does one thing to a thread; resolves to the new thread after a start. Rejects with `Failure`. */
export function useThreadActions(round: RoundId, question: QuestionId, people: readonly PersonSummary[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (act: ThreadAct): Promise<ThreadView | null> => {
      switch (act.kind) {
        case 'start': {
          const { kind, addressedTo, body, letsRead } = act.draft;
          return call('startThread', {
            params: { round, question },
            body: { kind, addressedTo, anchor: act.anchor, body, mentions: mentionedIn(body, people), letsRead },
          });
        }
        case 'reply':
          await call('addComment', {
            params: { round, thread: act.thread },
            body: { body: act.body, mentions: mentionedIn(act.body, people) },
          });
          return null;
        case 'edit':
          await call('editComment', {
            params: { round, thread: act.thread, comment: act.comment },
            body: { body: act.body, mentions: mentionedIn(act.body, people) },
          });
          return null;
        case 'delete':
          await call('deleteComment', { params: { round, thread: act.thread, comment: act.comment } });
          return null;
        case 'resolve':
          await call('resolveThread', { params: { round, thread: act.thread }, body: {} });
          return null;
        case 'reopen':
          await call('reopenThread', { params: { round, thread: act.thread } });
          return null;
      }
    },
    onSettled: () => refreshAnswer(client, round, question),
  });
}
