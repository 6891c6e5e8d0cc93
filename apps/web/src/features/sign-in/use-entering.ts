// The act of signing in.
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { ResponseOf, BodyOf } from '@chancery/contract';
import { call } from '../../api/call.ts';
import { signInQuery } from '../../api/queries.ts';
import { isOwnPath } from './own-path.ts';

const route = getRouteApi('/sign-in');

/** Signs in and goes on to where the person wanted to be. Each way of signing in has its own, and with it its own failure. */
export function useEntering(): UseMutationResult<ResponseOf<'signIn'>, Error, BodyOf<'signIn'>> {
  const client = useQueryClient();
  const router = useRouter();
  const { to } = route.useSearch();
  return useMutation({
    mutationFn: (body: BodyOf<'signIn'>) => call('signIn', { body }),
    onSuccess: (signIn) => {
      // What somebody else has read in this browser is not for this person.
      client.clear();
      client.setQueryData(signInQuery.queryKey, signIn);
      router.history.push(isOwnPath(to) ? to : '/');
    },
  });
}
