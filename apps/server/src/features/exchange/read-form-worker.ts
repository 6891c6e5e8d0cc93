// Reads one filled form. A hostile file costs this worker its time, never the server.
import type { Questionnaire } from '@chancery/domain';
import { type FilledFormOutcome, readFilledFile, type TextEncoding } from '@chancery/exchange';
import { replyWith } from '@chancery/workers';

export interface FormToRead {
  readonly bytes: Uint8Array;
  readonly questionnaire: Questionnaire;
  /** Of a text file, as a person chose it; otherwise the one that it seems to be in. */
  readonly encoding?: TextEncoding | null;
}

export interface FormReading {
  read(form: FormToRead): Promise<FilledFormOutcome>;
}

replyWith<FormReading>({ read: ({ bytes, questionnaire, encoding = null }) => readFilledFile(bytes, questionnaire, { encoding }) });
