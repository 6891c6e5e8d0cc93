// A server under measurement as the bench holds it: a child process on the servers' processor.

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mainThreadMs, processorMs, serverProcessor, spawnOn } from './processor.ts';
import type { Memory, ServerAnswer, ServerQuestion } from './servers/main.ts';
import type { ServerName } from './servers/names.ts';
import type { ServerStorage } from './servers/serving.ts';

const program = fileURLToPath(new URL('servers/main.ts', import.meta.url));
const stopWithinMs = 120_000;

export interface MeasuredServer extends AsyncDisposable {
  readonly name: ServerName;
  readonly port: number;
  /** Milliseconds of processor time so far. */
  processorMs(): Promise<number>;
  /** ... of it in other threads than the main one. */
  besideMs(): Promise<number>;
  memory(): Promise<Memory>;
  /** Does nothing where nothing is to be profiled, as the next. */
  beginProfile(): Promise<void>;
  /** Leaves the profile since then in the folder. */
  endProfile(workload: string): Promise<void>;
  /** Ends it in good order; resolves when its process is gone. */
  stop(): Promise<void>;
  /** Ends it as a power cut of the process would; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Rejects when the server ends before it is ready. Disposing it kills what was not stopped. */
export async function startMeasured(name: ServerName, place: ServerStorage, profileInto: string | null = null): Promise<MeasuredServer> {
  const args = ['--expose-gc', '--disable-warning=ExperimentalWarning', program, JSON.stringify(name), JSON.stringify(place)];
  const child = spawnOn(serverProcessor, args);
  const exited = once(child, 'exit');
  const { port } = await answerOf(child, 'ready');
  const pid = child.pid ?? 0;
  const ask = async <K extends ServerAnswer['kind']>(question: ServerQuestion, kind: K) => {
    const answer = answerOf(child, kind);
    child.send(question);
    return await answer;
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return {
    name,
    port,
    processorMs: () => processorMs(pid),
    besideMs: async () => (await processorMs(pid)) - (await mainThreadMs(pid)),
    memory: async () => (await ask('memory', 'memory')).memory,
    beginProfile: async () => {
      if (profileInto !== null) await ask('begin-profile', 'profile-begun');
    },
    endProfile: async (workload) => {
      if (profileInto === null) return;
      const { profile } = await ask('end-profile', 'profile');
      await writeFile(join(profileInto, `${workload}-${name}.cpuprofile`), JSON.stringify(profile));
    },
    stop: async () => {
      const late = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
      await ask('stop', 'stopped');
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
