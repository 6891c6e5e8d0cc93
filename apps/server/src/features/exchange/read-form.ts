// Owns reading a filled form off the event loop, within bounds of time and memory.
import type { Questionnaire } from '@chancery/domain';
import type { FilledFormOutcome } from '@chancery/exchange';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '../../problem.ts';

export interface FormToRead {
  readonly bytes: Uint8Array;
  readonly questionnaire: Questionnaire;
}

/** The published form takes 0.2 s; a file that takes this long is not one that people wrote. */
const usualLongestMs = 20_000;
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/** What the form says. Rejects with import-too-complex beyond the bounds, and with the signal's reason when it is aborted. */
export async function readForm(form: FormToRead, signal: AbortSignal, longestMs = usualLongestMs): Promise<FilledFormOutcome> {
  signal.throwIfAborted();
  const thread = new Worker(new URL('./read-form-thread.ts', import.meta.url), { workerData: form, resourceLimits });
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  try {
    return await outcomeOf(thread, bounded);
  } catch (cause) {
    signal.throwIfAborted();
    throw isBeyondBounds(cause, bounded) ? tooComplex() : cause;
  } finally {
    await thread.terminate();
  }
}

function outcomeOf(thread: Worker, bounded: AbortSignal): Promise<FilledFormOutcome> {
  const { promise, resolve, reject } = Promise.withResolvers<FilledFormOutcome>();
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('the thread that reads a form ended without an answer')));
  bounded.addEventListener('abort', () => reject(new Error('reading the form was stopped')), { once: true });
  return promise;
}

function isBeyondBounds(cause: unknown, bounded: AbortSignal): boolean {
  return bounded.aborted || (cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY');
}

function tooComplex(): ProblemError {
  return new ProblemError(
    'import-too-complex',
    'The file could not be read in reasonable time. Save the form anew as Markdown or plain text and try again.',
  );
}
