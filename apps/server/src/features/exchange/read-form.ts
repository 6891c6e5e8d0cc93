// Owns reading a filled form off the event loop.
import type { Questionnaire } from '@chancery/domain';
import type { FilledFormOutcome } from '@chancery/exchange';
import { ProblemError } from '../../http/problem.ts';
import { BeyondBoundsError, runInThread } from './in-thread.ts';

export interface FormToRead {
  readonly bytes: Uint8Array;
  readonly questionnaire: Questionnaire;
}

/** The published form takes 0.2 s; a file that takes this long is not one that people wrote. */
const usualLongestMs = 20_000;

/** What the form says. Rejects with import-too-complex beyond the bounds, and with the signal's reason when it is aborted. */
export async function readForm(form: FormToRead, signal: AbortSignal, longestMs = usualLongestMs): Promise<FilledFormOutcome> {
  try {
    return await runInThread(new URL('./read-form-thread.ts', import.meta.url), form, { signal, longestMs });
  } catch (cause) {
    if (!(cause instanceof BeyondBoundsError)) throw cause;
    throw new ProblemError(
      'import-too-complex',
      'The file could not be read in reasonable time. Save the form anew as Markdown or plain text and try again.',
    );
  }
}
