// A proposal settled from the screen, and asking again for what that changed.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '@chancery/contract';
import type { QuestionId } from '@chancery/domain';
import { call } from '../../api/call.ts';
import { useRound } from '../../api/current-round.ts';
import { refreshAnswer } from '../../api/queries.ts';
import { useToasts } from '../../ui/overlay/Toasts.tsx';

/** `onSuccess` is called while the proposal is still on the screen. */
export function useSettling(question: QuestionId, proposal: string, onSuccess: (outcome: BodyOf<'settleProposal'>['outcome']) => void) {
  const { round } = useRound();
  const { tellFailure } = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<'settleProposal'>) => call('settleProposal', { params: { round: round.id, proposal }, body }),
    onSuccess: (_answer, { outcome }) => onSuccess(outcome),
    onError: tellFailure,
    onSettled: () => refreshAnswer(client, round.id, question),
  });
}
