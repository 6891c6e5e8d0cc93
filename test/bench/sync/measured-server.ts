// Owns a server under measurement as the bench holds it: a child process on the servers' processor.

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { processorMs, serverProcessor, spawnOn } from './processor.ts';
import type { Memory, ServerAnswer, ServerQuestion } from './servers/main.ts';
import type { ServerName } from './servers/names.ts';
import type { ServerPlace } from './servers/serving.ts';

const program = fileURLToPath(new URL('servers/main.ts', import.meta.url));
const stopWithinMs = 120_000;

export interface MeasuredServer extends AsyncDisposable {
  readonly name: ServerName;
  readonly port: number;
  /** Milliseconds of processor time so far. */
  processorMs(): Promise<number>;
  memory(): Promise<Memory>;
  /** Ends it in good order; resolves when its process is gone. */
  stop(): Promise<void>;
  /** Ends it as a power cut of the process would; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Rejects when the server ends before it is ready. Disposing it kills what was not stopped. */
export async function startMeasured(name: ServerName, place: ServerPlace, profileInto: string | null = null): Promise<MeasuredServer> {
  const profile = profileInto === null ? [] : ['--cpu-prof', '--cpu-prof-dir', profileInto, '--cpu-prof-interval', '250'];
  const args = ['--expose-gc', '--disable-warning=ExperimentalWarning', ...profile, program, JSON.stringify(name), JSON.stringify(place)];
  const child = spawnOn(serverProcessor, args);
  const exited = once(child, 'exit');
  const { port } = await answerOf(child, 'ready');
  const pid = child.pid ?? 0;
  const ask = (question: ServerQuestion) => child.send(question);
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return {
    name,
    port,
    processorMs: () => processorMs(pid),
    memory: async () => {
      const answer = answerOf(child, 'memory');
      ask('memory');
      return (await answer).memory;
    },
    stop: async () => {
      const late = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
      ask('stop');
      await exited;
      clearTimeout(late);
      if (child.signalCode !== null) throw new Error(`${name} did not stop within ${stopWithinMs} ms`);
    },
    kill,
    [Symbol.asyncDispose]: kill,
  };
}

async function answerOf<K extends ServerAnswer['kind']>(child: ChildProcess, kind: K): Promise<Extract<ServerAnswer, { kind: K }>> {
  return await new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`the server ended before it answered "${kind}"`));
    const onMessage = (answer: ServerAnswer) => {
      if (answer.kind !== kind) return;
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(answer as Extract<ServerAnswer, { kind: K }>);
    };
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}
