// Owns a server process: settings, start, the ready line, a signal, the end.
import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { start } from './start.ts';

const webDirectory = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Serves until SIGINT or SIGTERM. */
export async function main(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const log = createLog();
  if (config.redisUrl !== null) log.warn({ event: 'redis-unused' }, 'REDIS_URL has no effect: one server serves a database.');
  await using server = await start(config, log, webDirectory);
  process.stdout.write(`Chancery is ready at ${server.url}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  log.info({ event: 'stopping' });
}
