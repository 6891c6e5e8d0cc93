// The sign-ins of the person, each with its end.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../../api/call.ts';
import { accountQuery } from '../../../api/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToasts } from '../../../ui/overlay/Toasts.tsx';
import { useWords, type Words } from '../../../words/use-words.ts';
import { browserWords, type ListedSignIn, ownAccountWords, systemWords } from './words.ts';

export function SignInList({ signIns }: { readonly signIns: readonly ListedSignIn[] }): ReactElement {
  const { say } = useWords();
  const endOthers = useEnding(say(ownAccountWords.othersEnded), () => call('endOtherSignIns'));
  return (
    <>
      <ul>
        {signIns.map((signIn) => (
          <SignInLine key={signIn.id} signIn={signIn} />
        ))}
      </ul>
      {signIns.length > 1 ? (
        <div className="border-t border-line px-4 py-3 sm:px-5">
          <Button isBusy={endOthers.isPending} onPress={() => endOthers.mutate()}>
            {say(ownAccountWords.endOthers)}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function SignInLine({ signIn }: { readonly signIn: ListedSignIn }): ReactElement {
  const { say, moment } = useWords();
  const end = useEnding(say(ownAccountWords.ended), () => call('endSignIn', { params: { signIn: signIn.id } }));
  const device = deviceWords(say, signIn);
  const [begun, used, ends] = [signIn.begunAt, signIn.lastUsedAt, signIn.endsAt].map(moment);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-0 sm:px-5">
      <div className="min-w-0">
        <p className="text-15 font-medium">
          {device}
          {signIn.isThisOne ? (
            <span className="ms-2 rounded-full bg-accepted-tint px-2 py-0.5 text-13 font-medium text-accepted">
              {say(ownAccountWords.thisOne)}
            </span>
          ) : null}
        </p>
        <p className="text-13 text-ink-soft">{say(ownAccountWords.begun, { begun: begun ?? '', used: used ?? '', ends: ends ?? '' })}</p>
      </div>
      {signIn.isThisOne ? null : (
        <Button isBusy={end.isPending} onPress={() => end.mutate()}>
          <span aria-hidden="true">{say(ownAccountWords.end)}</span>
          <span className="sr-only">{say(ownAccountWords.endOf, { begun: begun ?? '', device })}</span>
        </Button>
      )}
    </li>
  );
}

function deviceWords(say: Words['say'], { browser, system }: ListedSignIn): string {
  return say(ownAccountWords.device, { browser: say(browserWords[browser ?? 'unknown']), system: say(systemWords[system ?? 'unknown']) });
}

function useEnding(done: string, ask: () => Promise<unknown>) {
  const client = useQueryClient();
  const { tell, tellFailure } = useToasts();
  return useMutation({
    mutationFn: ask,
    onSuccess: () => tell(done),
    onError: tellFailure,
    // Also one that is gone already is taken off the list.
    onSettled: () => client.invalidateQueries({ queryKey: accountQuery.queryKey }),
  });
}
