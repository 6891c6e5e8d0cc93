// A running server: in this process, or in a process of its own that a test may kill.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createLog, readConfig, start } from '@chancery/server';

export interface Serving {
  readonly url: string;
  /** Lines of the log that tell of a bug or of a document in danger. */
  readonly alarms: readonly string[];
  /** As an operator stops it; the exit code of its process. */
  stop(): Promise<number>;
  /** As a power cut does; null where that would end the test too. */
  readonly kill: (() => Promise<void>) | null;
}

type Env = Readonly<Record<string, string>>;
const chancery = fileURLToPath(new URL('../../../apps/server/src/chancery.ts', import.meta.url));
/** As `npm start` does: stripping the types and compiling again would cost half a second of every start. */
const compiled = process.env['NODE_COMPILE_CACHE'] ?? fileURLToPath(new URL('../../../node_modules/.chancery/compiled', import.meta.url));
const isAlarm = (line: string) => /"level":(50|60)/.test(line);

/** Serves in this process: quick, and its errors are the test's. */
export async function serveHere(env: Env): Promise<Serving> {
  const alarms: string[] = [];
  const log = createLog({ write: (line) => void (isAlarm(line) && alarms.push(line)) });
  const server = await start(readConfig({ HOST: '127.0.0.1', DEMO: '0', PORT: '0', ...env }, '/'), log, null);
  return { url: server.url, alarms, stop: async () => server[Symbol.asyncDispose]().then(() => 0), kill: null };
}

/** Serves in a child process, as `chancery serve` does. */
export async function serveApart(env: Env): Promise<Serving> {
  const child = runChancery(['serve'], { HOST: '127.0.0.1', DEMO: '0', PORT: '0', ...env });
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const ready = /^Chancery is ready at (\S+)$/m.exec(child.output.stdout)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    child.process.stdout?.on('data', look);
    child.ended.then((code) => reject(new Error(`the server ended with ${code}: ${child.output.stderr}`)), reject);
  });
  return {
    url,
    get alarms() {
      return child.output.stderr.split('\n').filter(isAlarm);
    },
    stop: () => child.end('SIGTERM'),
    kill: async () => void (await child.end('SIGKILL')),
  };
}

export interface Command {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Exit code; 128 for an end by a signal. */
  readonly ended: Promise<number>;
  /** Resolves to the exit code. */
  end(signal: NodeJS.Signals): Promise<number>;
}

/** Runs the `chancery` command in a process of its own, with these settings alone. */
export function runChancery(args: readonly string[], env: Env): Command {
  const child = spawn(process.execPath, [chancery, ...args], {
    env: { NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? 128);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { process: child, output, ended, end };
}
