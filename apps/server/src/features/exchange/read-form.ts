// Reading a filled form off the event loop.
import type { FilledFormOutcome } from '@chancery/exchange';
import { BeyondBoundsError, WorkerHandle } from '@chancery/workers';
import { ProblemError } from '../../http/problem.ts';
import type { FormReading, FormToRead } from './read-form-worker.ts';

const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };
/** The published form takes 0.2 s, as Word 0.5 s; a file that takes this long is not one that people wrote. */
const usualMaxMs = 10_000;

/** What the form says. Rejects with import-too-complex beyond the bounds, and with the signal's reason when it is aborted. */
export async function readForm(form: FormToRead, signal: AbortSignal, maxMs = usualMaxMs): Promise<FilledFormOutcome> {
  signal.throwIfAborted();
  await using worker = new WorkerHandle<FormReading>(new URL('./read-form-worker.ts', import.meta.url), { memory });
  try {
    return await worker.ask('read', form, { signal, maxMs });
  } catch (cause) {
    if (!(cause instanceof BeyondBoundsError)) throw cause;
    throw new ProblemError(
      'import-too-complex',
      'The file is larger or more complicated inside than anything that can be read in reasonable time. Choose the filled form alone.',
    );
  }
}
