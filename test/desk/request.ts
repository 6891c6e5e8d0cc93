// Talking HTTP as a client of the contract: what goes wrong comes back as the code of the problem or refusal.
import { type ResponseOf, type BodyOf, type Problem, type RouteName, routes } from '@chancery/contract';

/** The server has refused the request. */
export class RefusedError extends Error {
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    super(`${problem.code} (${status}): ${problem.detail ?? problem.title}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Where the server is and who asks: a Cookie header, empty for nobody. */
export interface Visitor {
  readonly url: string;
  readonly cookie: string;
}

type Params = Readonly<Record<string, string | number>>;

/** The path of a route with its parameters filled in. */
export function pathOf(route: string, params: Params): string {
  return route.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

/** Calls an endpoint; rejects with RefusedError. */
export async function call<N extends RouteName>(visitor: Visitor, name: N, params: Params, body?: BodyOf<N>): Promise<ResponseOf<N>> {
  const [method, path] = routes[name].split(' ') as [string, string];
  const sent = body === undefined || body === null ? {} : { body: JSON.stringify(body) };
  const response = await ask(visitor, pathOf(path, params), { method, headers: { 'content-type': 'application/json' }, ...sent });
  return (await response.json()) as ResponseOf<N>;
}

/** Any request of this visitor; rejects with RefusedError when the response is a problem. */
export async function ask({ url, cookie }: Visitor, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (cookie !== '') headers.set('cookie', cookie);
  const response = await fetch(url + path, { ...init, headers });
  if (response.ok) return response;
  throw new RefusedError(response.status, (await response.json()) as Problem);
}

/** Signs in, or does whatever else begins a sign-in: the Cookie header that a browser would send from then on. */
export async function cookieFrom(url: string, path: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await ask({ url, cookie: '' }, path, { method: 'POST', headers, body: JSON.stringify(body) });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
