// A real server with the demo round, for tests of what is not a request: sockets and streams.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { demoPassword } from '../features/demo/index.ts';
import { createLog } from '../process/log.ts';
import { start } from '../process/start.ts';
import { cookieOf } from './open-app.ts';
import { layDemo } from './templates.ts';

export interface DemoServer extends AsyncDisposable {
  readonly url: string;
  readonly context: Context;
  /** Cookie of a new sign-in of somebody of the demo, by the local part of the e-mail address. */
  signIn(key: string): Promise<string>;
}

/** Serves a demo of its own. Disposing it fails when its log tells of a bug. */
export async function serveDemo(env: Readonly<Record<string, string>> = {}): Promise<DemoServer> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-server-'));
  await layDemo(directory);
  const bugs: string[] = [];
  const log = createLog({ write: (line) => void (/"level":(50|60)/.test(line) && bugs.push(line)) });
  const server = await start(readConfig({ DATA_DIR: directory, HOST: '127.0.0.1', PORT: '0', ...env }, '/'), log, null);
  return {
    url: server.url,
    context: server.context,
    signIn: async (key) => {
      const body = JSON.stringify({ email: `${key}@example.org`, password: demoPassword });
      return cookieOf(await fetch(`${server.url}/api/session`, { method: 'POST', body, headers: { 'content-type': 'application/json' } }));
    },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
      if (bugs.length > 0) throw new Error(`the server logged errors:\n${bugs.join('\n')}`);
    },
  };
}
