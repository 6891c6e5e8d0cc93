// An installation of the product in an empty folder: the data directory, servers on it, and people who are signed in.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { call, cookieFrom, type Visitor } from '../../desk/request.ts';
import { type ServerProcess, startServer } from './server-process.ts';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** The demo's round, as `GET /api/rounds` names it. */
export const demoRound = 'malaysia-msq-2022';

export interface EmptyFolder extends AsyncDisposable {
  readonly path: string;
}

/** Disposing it removes the folder with everything in it. */
export async function emptyFolder(): Promise<EmptyFolder> {
  const path = await mkdtemp(join(tmpdir(), 'chancery-bench-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The environment of a server that keeps everything in `dataDirectory` and listens where there is room. */
export function environmentOf(dataDirectory: string, more: Readonly<Record<string, string>> = {}): CommandEnvironment {
  return { ...ownEnvironment(), HOST: 'localhost', PORT: '0', DATA_DIR: dataDirectory, ...more };
}

export type CommandEnvironment = Readonly<Record<string, string | undefined>>;

/** Serves what is in the data directory; an empty one becomes the demo unless `more` says otherwise. */
export function serve(dataDirectory: string, more: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const env = environmentOf(dataDirectory, more);
  return startServer({ command: process.execPath, args: ['run.mjs', 'serve'], cwd: repository, env });
}

/** Makes the demo in the data directory and ends the server that made it. */
export async function prepareDemo(dataDirectory: string): Promise<void> {
  await using _server = await serve(dataDirectory);
}

/** Signs in to a demo: somebody by the part of the address before the @. */
export async function signInToDemo(url: string, key: string): Promise<Visitor> {
  const { password } = await call({ url, cookie: '' }, 'readDemo', {});
  return { url, cookie: await cookieFrom(url, '/api/session', { email: `${key}@example.org`, password }) };
}

/** Ours without what npm tells its scripts and without settings of a server that may be running beside. */
export function ownEnvironment(): CommandEnvironment {
  const isForeign = (name: string) =>
    /^(npm_|pnpm_|INIT_CWD$|NODE_COMPILE_CACHE$|(HOST|PORT|DATA_DIR|DATABASE_URL|REDIS_URL|DEMO|PUBLIC_URL|TRUST_PROXY)$)/i.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isForeign(name)));
}
