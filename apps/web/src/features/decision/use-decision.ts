// A decision taken: the request with the digest that was seen, and asking again for what it changed.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { assertNever, type Digest, type QuestionId, type RoundId } from '@chancery/domain';
import { call } from '../../api/call.ts';
import { refreshAnswer } from '../../api/queries.ts';
import type { TakenDecision } from './DecisionDialog.tsx';

/** Takes a decision on the text that was seen. Rejects with `Failure`; the server alone decides. */
export function useDecision(round: RoundId, question: QuestionId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ taken, seen }: { readonly taken: TakenDecision; readonly seen: Digest }) => {
      const params = { round, question };
      switch (taken.decision) {
        case 'clear':
          return call('clearAnswer', { params, body: { digest: seen } });
        case 'accept':
          return call('acceptAnswer', { params, body: { digest: seen } });
        case 'no-answer':
          return call('markNoAnswer', { params, body: {} });
        case 'return':
          return call('returnAnswer', { params, body: { reason: taken.reason, text: taken.text } });
        case 'reopen':
          return call('reopenAnswer', { params, body: { reason: taken.reason, text: taken.text } });
        default:
          return assertNever(taken);
      }
    },
    onSettled: () => refreshAnswer(client, round, question),
  });
}
