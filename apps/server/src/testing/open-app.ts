// An application on an embedded database of its own, with the demo round, for tests of its endpoints.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInvitation, createPerson, now } from '@chancery/store';
import { createApp } from '../process/app.ts';
import { readConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { demoPassword } from '../features/demo/index.ts';
import { createLog } from '../process/log.ts';
import { openContext } from '../process/open-context.ts';
import { hashToken } from '../sign-in/sign-ins.ts';
import { layDemo } from './templates.ts';

export const demoRound = 'malaysia-msq-2022';

/** Of the strangers. */
export const strangerPassword = 'four words put together';

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  /** Who asks; an empty cookie, or none, for nobody. */
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestApp extends AsyncDisposable {
  readonly context: Context;
  ask(path: string, asked?: Asked): Promise<Response>;
  /** Cookie of somebody of the demo, by the local part of the e-mail address. */
  signIn(key: string): Promise<string>;
  /** Cookie of somebody who takes part in no round. */
  stranger(isAdministrator: boolean): Promise<string>;
}

/** Opens the application with these settings on top of a demo's. Disposing it fails when its log tells of a bug. */
export async function openApp(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-app-'));
  const bugs: string[] = [];
  const log = createLog({ write: (line) => void (/"level":(50|60)/.test(line) && bugs.push(line)) });
  const config = readConfig({ DATA_DIR: directory, ...env }, '/');
  if (config.isDemo) await layDemo(directory);
  const context = await openContext(config, log);
  const app = createApp(context, null);
  const ask = async (path: string, { method = 'GET', body, cookie, headers = {} }: Asked = {}) => {
    const isSent = typeof body === 'string' || body instanceof Blob;
    const sent = body === undefined ? {} : { body: isSent ? body : JSON.stringify(body) };
    const known = cookie === undefined ? {} : { cookie };
    return app.request(path, { method, headers: { 'content-type': 'application/json', ...known, ...headers }, ...sent });
  };
  return {
    context,
    ask,
    signIn: async (key) =>
      cookieOf(await ask('/api/session', { method: 'POST', body: { email: `${key}@example.org`, password: demoPassword } })),
    stranger: async (isAdministrator) => {
      const body = { token: await invite(context, isAdministrator), name: 'Stranger', title: '', password: strangerPassword };
      return cookieOf(await ask('/api/invitations/use', { method: 'POST', body }));
    },
    [Symbol.asyncDispose]: async () => {
      await context[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
      if (bugs.length > 0) throw new Error(`the application logged errors:\n${bugs.join('\n')}`);
    },
  };
}

/** The Cookie header that a browser would send after this response. */
export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** The token of a one-time link for a new account. */
async function invite(context: Context, isAdministrator: boolean): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await context.store.transaction(async (tx) => {
    const createdAt = await now(tx);
    const email = `${token.toLowerCase()}@example.org`;
    const person = await createPerson(tx, { email, name: 'Stranger', title: '', isAdministrator, passwordHash: null, createdAt });
    if (person === null) throw new Error('the address is taken');
    await createInvitation(tx, {
      tokenHash: hashToken(token),
      person: person.id,
      createdAt,
      expiresAt: createdAt + 60_000,
      delivery: null,
    });
  });
  return token;
}
