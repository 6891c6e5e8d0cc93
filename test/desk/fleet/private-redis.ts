// A Redis of a test's own, that it may kill; and the question whether there is one at all.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { freePort } from '../free-port.ts';

export interface PrivateRedis extends AsyncDisposable {
  readonly url: string;
  /** As a power cut does. */
  kill(): Promise<void>;
  /** It keeps its connections and says nothing any more, until `comesRound`. */
  fallsSilent(): void;
  comesRound(): void;
  /** At the same address, with nothing of what it held. */
  startAgain(): Promise<void>;
}

/** Starts a Redis on a free port. Rejects where the program is not installed. */
export async function startRedis(): Promise<PrivateRedis> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-redis-'));
  const port = await freePort();
  let server = await serve(port, directory);
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end(server),
    fallsSilent: () => void server.kill('SIGSTOP'),
    comesRound: () => void server.kill('SIGCONT'),
    startAgain: async () => {
      server = await serve(port, directory);
    },
    [Symbol.asyncDispose]: async () => {
      await end(server);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** True where `redis-server` (or Valkey under that name) can be started. */
export async function isRedisThere(): Promise<boolean> {
  const child = spawn('redis-server', ['--version'], { stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function serve(port: number, directory: string): Promise<ChildProcess> {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  await eventually(() => answers(port));
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function answers(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}
