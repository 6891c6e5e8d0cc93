// A server that was started by a command line of the product: until its ready line, and until all of it has ended.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';

export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  /** The process that was started; the server may be a child of it. */
  readonly pid: number;
  /** From the start of the command to its ready line. */
  readonly readyMs: number;
}

export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Rejects with what the command printed when it ends without a ready line. Disposing it waits until the last process has ended. */
export async function startServer({ command, args, cwd, env }: CommandLine): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);
  // The pipes close with the last process that holds them.
  const closed = once(child, 'close');
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const ready = /^Chancery is ready at (\S+)$/m.exec(printed)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    closed.then(() => reject(new Error(`${[command, ...args].join(' ')} ended before it was ready:\n${printed}`)), reject);
  });
  return {
    url,
    pid: child.pid ?? 0,
    readyMs: performance.now() - startedAt,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await closed;
      process.off('exit', endWithUs);
    },
  };
}
