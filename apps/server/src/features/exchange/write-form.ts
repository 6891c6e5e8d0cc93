// Owns writing a round as a file off the event loop.
import type { ExportFormat } from '@chancery/contract';
import type { AnswerContent, Questionnaire, QuestionId } from '@chancery/domain';
import type { RoundHeading } from '@chancery/exchange';
import { runInThread } from './in-thread.ts';

export interface FormToWrite {
  readonly format: ExportFormat;
  readonly questionnaire: Questionnaire;
  readonly contents: ReadonlyMap<QuestionId, AnswerContent>;
  readonly round: RoundHeading;
}

const longestMs = 60_000;

/** The bytes of the file. Rejects with the signal's reason when it is aborted. */
export function writeForm(form: FormToWrite, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return runInThread(new URL('./write-form-thread.ts', import.meta.url), form, { signal, longestMs });
}
