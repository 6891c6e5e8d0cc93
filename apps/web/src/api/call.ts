// Requests to the server: the only file that fetches JSON. Types come from the contract, names of routes at runtime too.
import type { ResponseOf, BodyOf, ParamsOf } from '@chancery/contract';
import { type RouteName, routes } from '@chancery/contract/routes';
import { Failure, failureOf } from './failure.ts';

/** The schema of "no parameters" has an index of nothing for its type. */
type HasParams<N extends RouteName> = string extends keyof ParamsOf<N> ? false : true;
type ParamsPart<N extends RouteName> = HasParams<N> extends true ? { readonly params: ParamsOf<N> } : { readonly params?: undefined };
type BodyPart<N extends RouteName> = BodyOf<N> extends null ? { readonly body?: undefined } : { readonly body: BodyOf<N> };
type RequestOf<N extends RouteName> = ParamsPart<N> & BodyPart<N> & { readonly signal?: AbortSignal };
type RequestArgument<N extends RouteName> =
  { readonly signal?: AbortSignal } extends RequestOf<N> ? [request?: RequestOf<N>] : [request: RequestOf<N>];

/** Asks the server; throws `Failure`. */
export async function call<N extends RouteName>(name: N, ...[request]: RequestArgument<N>): Promise<ResponseOf<N>> {
  const { params, body, signal } = (request ?? {}) as { params?: Readonly<Record<string, unknown>>; body?: unknown; signal?: AbortSignal };
  const init: RequestInit = signal === undefined ? {} : { signal };
  if (body !== undefined) Object.assign(init, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const response = await send(name, params ?? {}, init);
  return (await response.json()) as ResponseOf<N>;
}

/** Sends a request whose body or response is not JSON (a file, a stream); throws `Failure` unless the status is a success. */
export async function send(name: RouteName, params: Readonly<Record<string, unknown>>, init: RequestInit): Promise<Response> {
  const [method = 'GET', pattern = ''] = routes[name].split(' ');
  const response = await reach(fillPath(pattern, params), { ...init, method, credentials: 'same-origin' });
  if (!response.ok) throw await failureOf(response);
  return response;
}

/** Puts values in for the parameters of a path such as `/api/rounds/:round`. */
export function fillPath(pattern: string, params: Readonly<Record<string, unknown>>): string {
  return pattern.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (thrown) {
    if (init.signal?.aborted) throw thrown;
    throw new Failure('unreachable', null, thrown);
  }
}
