// A running site: a real server on an empty data directory of its own, serving the built web client.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLog, demoPassword, readConfig, type RunningServer, start } from '@chancery/server';
import { layDemo } from '@chancery/server/testing/templates';
import { cookieFrom, type Visitor } from '../desk/request.ts';
import { runChancery } from '../desk/house/serving.ts';

export interface Site extends AsyncDisposable {
  readonly url: string;
  /** Environment of its server, for commands that work beside it. */
  readonly env: Readonly<Record<string, string>>;
  /** Somebody of the demo or its administrator, by the local part of the e-mail address. Each signs in once. */
  visitor(key: string): Promise<Visitor>;
  /** Stops the server as an operator does; the site keeps its address and what it knows. */
  stops(): Promise<void>;
  startsAgain(): Promise<void>;
}

/** Runs the installation of a demo, and takes part in no round. */
export const administrator = 'administrator.it';

/** Names a built web client other than the one of the repository. */
const webDirectory = process.env['CHANCERY_WEB'] ?? fileURLToPath(new URL('../../apps/web/dist', import.meta.url));

/** Opens a site, with the demo round or with nothing in it. Disposing it fails when its log tells of a bug. */
export async function openSite({ isDemo }: { readonly isDemo: boolean }): Promise<Site> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-journey-'));
  if (isDemo) await layDemo(directory);
  const alarms: string[] = [];
  const log = createLog({ write: (line) => void (/"level":(50|60)/.test(line) && alarms.push(line)) });
  const serve = (port: string) => {
    const env = { HOST: '127.0.0.1', DATA_DIR: directory, DEMO: isDemo ? '1' : '0', PORT: port };
    return start(readConfig(env, '/'), log, webDirectory);
  };
  let server: RunningServer | null = await serve('0');
  const { url } = server;
  const { port } = new URL(url);
  const stops = async () => {
    await server?.[Symbol.asyncDispose]();
    server = null;
  };
  const env = { HOST: '127.0.0.1', DATA_DIR: directory, DEMO: '0', PORT: port };
  const signIn = async (key: string): Promise<Visitor> => ({ url, cookie: await signedIn({ url, env }, key) });
  const visitors = new Map<string, Promise<Visitor>>();
  return {
    url,
    visitor: (key) => {
      const visitor = visitors.get(key) ?? signIn(key);
      visitors.set(key, visitor);
      return visitor;
    },
    env,
    stops,
    startsAgain: async () => {
      server = await serve(port);
    },
    [Symbol.asyncDispose]: async () => {
      await stops();
      await rm(directory, { recursive: true, force: true });
      if (alarms.length > 0) throw new Error(`the server logged errors:\n${alarms.join('\n')}`);
    },
  };
}

/** The one-time link that `chancery create-admin` prints beside the running server. */
export async function linkOfAdministrator({ env }: Pick<Site, 'env'>, email: string): Promise<string> {
  const command = runChancery(['create-admin', email], env);
  const code = await command.ended;
  const link = /^http\S+$/m.exec(command.output.stdout)?.[0];
  if (code !== 0 || link === undefined) throw new Error(`create-admin ended with ${code}: ${command.output.stderr}`);
  return link;
}

/** The Cookie header of a new sign-in. */
async function signedIn(site: Pick<Site, 'url' | 'env'>, key: string): Promise<string> {
  const email = `${key}@example.org`;
  if (key !== administrator) return cookieFrom(site.url, '/api/session', { email, password: demoPassword });
  const token = new URL(await linkOfAdministrator(site, email)).hash.slice(1);
  return cookieFrom(site.url, '/api/invitations/use', { token, name: 'Head of IT', title: '', password: 'four words put together' });
}
