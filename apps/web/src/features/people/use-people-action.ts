// How people and agencies of a round are changed: one request, then everything that it changed is asked for again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RoundId } from '@chancery/domain';
import { roundKey } from '../../api/queries.ts';

/** A change of people or agencies. It rejects with `Failure`; the server alone decides. */
export function usePeopleAction<Answer>(round: RoundId, ask: () => Promise<Answer>, onDone: (answer: Answer) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: (answer) => {
      onDone(answer);
      return client.invalidateQueries({ queryKey: roundKey(round) });
    },
  });
}
