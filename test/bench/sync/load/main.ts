// A load process: does the one job it is given, and ends.

import type { Job, LoadAnswer, LoadQuestion, ResultOf, Stage, Window } from './job.ts';
import { fill } from './fill.ts';
import { hold } from './jobs/hold.ts';
import { join } from './jobs/join.ts';
import { readBack } from './jobs/read-back.ts';
import { saturate } from './jobs/saturate.ts';
import { type } from './jobs/type.ts';
import { write } from './jobs/write.ts';

const window = Promise.withResolvers<Window>();
const stopped = Promise.withResolvers<void>();
const stage: Stage = {
  ready: () => {
    tell({ kind: 'ready' });
    return window.promise;
  },
  stopped: stopped.promise,
};

process.on('message', (question: LoadQuestion) => {
  switch (question.kind) {
    case 'job':
      return void work(question.job);
    case 'window':
      return window.resolve(question.window);
    case 'stop':
      return stopped.resolve();
  }
});
process.on('disconnect', () => process.exit());

async function work(job: Job): Promise<void> {
  try {
    tell({ kind: 'result', result: await carryOut(job) });
  } catch (cause) {
    tell({ kind: 'failed', reason: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
  }
}

async function carryOut(job: Job): Promise<ResultOf[Job['kind']]> {
  switch (job.kind) {
    case 'fill':
      return await fill(job);
    case 'type':
      return await type(job, stage);
    case 'saturate':
      return await saturate(job, stage);
    case 'write':
      return await write(job);
    case 'hold':
      return await hold(job, stage);
    case 'join':
      return await join(job, stage);
    case 'read-back':
      return await readBack(job);
  }
}

function tell(answer: LoadAnswer): void {
  process.send?.(answer);
}
