// Reads one filled form. A hostile file costs this worker its time, never the server.
import type { Questionnaire } from '@chancery/domain';
import { type FilledFormOutcome, readFilledFile } from '@chancery/exchange';
import { replyWith } from '@chancery/workers';

export interface FormToRead {
  readonly bytes: Uint8Array;
  readonly questionnaire: Questionnaire;
}

export interface FormReading {
  read(form: FormToRead): Promise<FilledFormOutcome>;
}

replyWith<FormReading>({ read: ({ bytes, questionnaire }) => readFilledFile(bytes, questionnaire) });
