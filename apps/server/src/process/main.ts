// A server process: settings, start, the ready line, a signal or the loss of the database to another server, the end.
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { type Config, readConfig } from '../config.ts';
import { createLog } from './log.ts';
import { start } from './start.ts';
import { programVersion } from './version.ts';

const webDirectory = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** Serves until SIGINT or SIGTERM, or until another server has taken the database; the exit code. */
export async function main(): Promise<number> {
  const config = readConfig(process.env, process.cwd());
  const log = createLog(undefined, config.logLevel);
  const server = await start(config, log, webDirectory);
  log.info({ event: 'started', version: await programVersion(), ...toldSettings(config) });
  process.stdout.write(`Chancery is ready at ${server.url}\n`);
  const lost = await Promise.race([signalled(log), server.context.lock.lost]);
  log.info({ event: 'stopping' });
  await server[Symbol.asyncDispose]();
  // What a step of the shutdown left behind would keep the process alive.
  setTimeout(() => process.exit(), lingerMs).unref();
  if (lost === null) return 0;
  process.stderr.write(`${lost}\n`);
  return 1;
}

/** The settings as the log may have them: whether there is a secret, never which; no URL, since it may hold one. */
function toldSettings({ databaseUrl, redisUrl, mail, metricsToken, dataDirectory, ...plain }: Config): object {
  return {
    database: databaseUrl === null ? 'sqlite' : 'postgres',
    settings: {
      ...plain,
      dataDirectory: databaseUrl === null ? dataDirectory : null,
      hasRedis: redisUrl !== null,
      hasMail: mail !== null,
      hasMetricsToken: metricsToken !== null,
    },
  };
}

/** One request to stop often arrives as two signals: sent to the whole group of processes, and passed on by the one that started this. */
const sameRequestMs = 500;
const lingerMs = 200;

/** Resolves at the first signal; a second one ends the process at once. */
function signalled(log: Logger): Promise<null> {
  return new Promise((resolve) => {
    let firstAt: number | null = null;
    const heard = (signal: NodeJS.Signals) => {
      if (firstAt === null) {
        firstAt = performance.now();
        return resolve(null);
      }
      if (performance.now() - firstAt < sameRequestMs) return;
      log.warn({ event: 'stopped-at-once', signal });
      process.exit(1);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, heard);
  });
}
