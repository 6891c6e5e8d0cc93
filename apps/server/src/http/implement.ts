// The meeting of contract and code: parses what comes in, checks that somebody is signed in, sends what the handler returns.
import { type ResponseOf, type Endpoints, endpoints, type RouteName, routes } from '@chancery/contract';
import { jsonFault } from '@chancery/record';
import type { Context as HonoContext, Hono } from 'hono';
import type { z } from 'zod';
import { ProblemError } from './problem.ts';
import type { SignedIn } from '../sign-in/sign-ins.ts';

export interface ServerEnv {
  Variables: { signedIn: SignedIn | null; address: string };
}
export type Server = Hono<ServerEnv>;

/** The body of an endpoint, parsed. */
export type ParsedBody<N extends RouteName> = Endpoints[N]['body'] extends z.ZodType ? z.output<Endpoints[N]['body']> : null;

type Parsed<N extends RouteName> = {
  readonly params: z.output<Endpoints[N]['params']>;
  readonly body: ParsedBody<N>;
  readonly http: HonoContext<ServerEnv>;
};

type Call<N extends RouteName> = Parsed<N> & { readonly by: SignedIn };
type OpenCall<N extends RouteName> = Parsed<N> & { readonly by: SignedIn | null };

/** Serves an endpoint to people who are signed in. A handler returns data of the contract, or a Response of its own. */
export function implement<N extends RouteName>(
  server: Server,
  name: N,
  handle: (call: Call<N>) => Promise<ResponseOf<N> | Response>,
): void {
  implementOpen(server, name, (call) => handle({ ...call, by: signedInOf(call.http) }));
}

/** Who asks. Throws not-signed-in for nobody. */
export function signedInOf(http: HonoContext<ServerEnv>): SignedIn {
  const signedIn = http.get('signedIn');
  if (signedIn === null) throw new ProblemError('not-signed-in', 'Sign in first.');
  return signedIn;
}

/** Serves an endpoint to anyone. */
export function implementOpen<N extends RouteName>(
  server: Server,
  name: N,
  handle: (call: OpenCall<N>) => Promise<ResponseOf<N> | Response>,
): void {
  const [method, path] = routes[name].split(' ') as [string, string];
  server.on(method, path, async (http) => {
    const params = parse(endpoints[name].params, http.req.param(), 'address');
    const schema: z.ZodType | null = endpoints[name].body;
    const body = schema === null ? null : parse(schema, await readJson(http), 'body');
    const response = await handle({ params, body, http, by: http.get('signedIn') } as OpenCall<N>);
    return response instanceof Response ? response : sendJson(http, response);
  });
}

/** With its length, so that what is short is not compressed. */
function sendJson(http: HonoContext<ServerEnv>, value: unknown): Response {
  const text = JSON.stringify(value);
  return http.body(text, 200, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
  });
}

async function readJson(http: HonoContext<ServerEnv>): Promise<unknown> {
  const text = await http.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('malformed', `The body of the request must be JSON (${cause instanceof Error ? cause.message : 'unreadable'}).`);
  }
  // What neither the record's digests nor every database can hold is refused here, whatever field it stands in.
  if (jsonFault(value) !== null || escapedNul.test(text))
    throw new ProblemError('malformed', 'The body of the request holds half a character, a NUL, or too many levels.');
  return value;
}

/** Not the six characters after an escaped backslash. */
const escapedNul = /(?<!\\)(?:\\\\)*\\u0000/;

function parse(schema: z.ZodType, value: unknown, part: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || part}: ${issue.message}`);
  throw new ProblemError('malformed', `The ${part} of the request is wrong: ${faults.join('; ')}.`);
}
