// What an administrator does to an account: one request, then the list is asked for again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { accountsKey } from '../../api/queries.ts';

export function useAccountAct<Answer>(ask: () => Promise<Answer>, onDone: (answer: Answer) => void, onFailed?: (error: Error) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: onDone,
    ...(onFailed === undefined ? {} : { onError: onFailed }),
    onSettled: () => client.invalidateQueries({ queryKey: accountsKey }),
  });
}
