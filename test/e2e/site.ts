// Owns a running site: a real server on an empty data directory of its own, serving the built web client.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLog, readConfig, type RunningServer, start } from '@chancery/server';

export interface Site extends AsyncDisposable {
  readonly url: string;
  /** Environment of its server, for commands that work beside it. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops the server as an operator does; the site keeps its address and what it knows. */
  stops(): Promise<void>;
  startsAgain(): Promise<void>;
}

/** Names a built web client other than the one of the repository. */
const webDirectory = process.env['CHANCERY_WEB'] ?? fileURLToPath(new URL('../../apps/web/dist', import.meta.url));

/** Opens a site, with the demo round or with nothing in it. Disposing it fails when its log tells of a bug. */
export async function openSite({ isDemo }: { readonly isDemo: boolean }): Promise<Site> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-journey-'));
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
  return {
    url,
    env: { HOST: '127.0.0.1', DATA_DIR: directory, DEMO: '0', PORT: port },
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
