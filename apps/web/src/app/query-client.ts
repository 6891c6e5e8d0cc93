// The cache of what the server said: when it is asked again, and what happens when a sign-in has ended.
import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import type { ResponseOf } from '@chancery/contract';
import { Failure, failureCode } from '../api/failure.ts';
import { signInQuery } from '../api/queries.ts';

const retries = 2;

/** A cache of its own; a stream of events keeps it fresh, so that time alone does not make it stale. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => forgetSession(client, error) }),
    mutationCache: new MutationCache({ onError: (error) => forgetSession(client, error) }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: isWorthRetrying, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

function isWorthRetrying(failures: number, error: unknown): boolean {
  const code = failureCode(error);
  return failures < retries && error instanceof Failure && (code === 'unreachable' || code === 'database-unavailable');
}

/** The sign-in ended elsewhere or by time: the next look at it leads to the sign-in page. */
function forgetSession(client: QueryClient, error: unknown): void {
  if (failureCode(error) !== 'not-signed-in') return;
  client.setQueryData<ResponseOf<'readSession'>>(signInQuery.queryKey, (known) => ({
    person: null,
    isDemo: known?.isDemo ?? false,
    sendsMail: known?.sendsMail ?? false,
  }));
}
