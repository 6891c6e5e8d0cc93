// The load processes of one measurement: one job, its documents dealt out among them.

import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, LoadAnswer, LoadQuestion, ResultOf, Window } from './load/job.ts';
import { loadProcessor, processorMs, spawnOn } from './processor.ts';

const program = fileURLToPath(new URL('load/main.ts', import.meta.url));
/** No job takes longer in a full run; one that hangs fails by itself. */
const jobWithinMs = 240_000;

export interface Loads<K extends Job['kind']> extends AsyncDisposable {
  /** Resolves when every process is prepared. */
  readonly ready: Promise<unknown>;
  readonly results: Promise<readonly ResultOf[K][]>;
  begin(window: Window): void;
  stop(): void;
  /** Milliseconds of processor time of all of them so far. */
  processorMs(): Promise<number>;
}

/** Starts so many processes. `ready` and `results` reject when one of them fails; disposing ends what still runs. */
export function startLoads<J extends Job>(processes: number, job: J): Loads<J['kind']> {
  const parts = deal(job.documents, processes).map((documents) => startOne<J['kind']>({ ...job, documents }));
  const tellAll = (question: LoadQuestion): void => parts.forEach(({ child }) => child.send(question));
  const ready = Promise.all(parts.map((part) => part.ready));
  const results = Promise.all(parts.map(({ result }) => result));
  // Both tell of a failure, and not every job waits for both.
  for (const outcome of [ready, results]) outcome.catch(() => {});
  return {
    ready,
    results,
    begin: (window) => tellAll({ kind: 'window', window }),
    stop: () => tellAll({ kind: 'stop' }),
    processorMs: async () => {
      const used = await Promise.all(parts.map(({ child }) => processorMs(child.pid ?? 0)));
      return used.reduce((sum, ms) => sum + ms, 0);
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(parts.map(({ end }) => end()));
    },
  };
}

/** Does a job that needs no window. */
export async function carryOut<J extends Job>(processes: number, job: J): Promise<readonly ResultOf[J['kind']][]> {
  await using loads = startLoads(processes, job);
  return await loads.results;
}

interface Part<K extends Job['kind']> {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  readonly result: Promise<ResultOf[K]>;
  readonly end: () => Promise<void>;
}

function startOne<K extends Job['kind']>(job: Job): Part<K> {
  const child = spawnOn(loadProcessor, ['--disable-warning=ExperimentalWarning', program]);
  const ready = Promise.withResolvers<void>();
  const result = Promise.withResolvers<ResultOf[K]>();
  const fail = (reason: string): void => {
    const error = new Error(`${job.kind}: ${reason}`);
    ready.reject(error);
    result.reject(error);
  };
  const late = setTimeout(() => fail(`not done within ${jobWithinMs} ms`), jobWithinMs);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.on('message', (answer: LoadAnswer) => {
    if (answer.kind === 'ready') ready.resolve();
    else if (answer.kind === 'failed') fail(answer.reason);
    else result.resolve(answer.result as ResultOf[K]);
  });
  void exited.then(() => fail('its process ended'));
  child.send({ kind: 'job', job } satisfies LoadQuestion);
  const end = async (): Promise<void> => {
    clearTimeout(late);
    child.kill('SIGKILL');
    await exited;
  };
  return { child, ready: ready.promise, result: result.promise, end };
}

function deal(documents: readonly number[], processes: number): readonly (readonly number[])[] {
  const hands = Array.from({ length: Math.min(processes, documents.length) }, (_, hand) =>
    documents.filter((_document, index) => index % processes === hand),
  );
  return hands;
}
