// Writes one export.
import type { ExportFormat } from '@chancery/contract';
import type { AnswerContent, Questionnaire, QuestionId } from '@chancery/domain';
import { type RoundHeading, writeJson, writeMarkdown, writePdf, writeWord } from '@chancery/exchange';
import { replyWith } from '@chancery/workers';

export interface FormToWrite {
  readonly format: ExportFormat;
  readonly questionnaire: Questionnaire;
  readonly contents: ReadonlyMap<QuestionId, AnswerContent>;
  readonly round: RoundHeading;
}

export interface FormWriting {
  write(form: FormToWrite): Promise<Uint8Array<ArrayBuffer>>;
}

replyWith<FormWriting>({ write });

async function write({ format, questionnaire, contents, round }: FormToWrite): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'docx':
      return new Uint8Array(await writeWord(questionnaire, contents, round));
    case 'pdf':
      return new Uint8Array(await writePdf(questionnaire, contents, round));
    case 'md':
      return new TextEncoder().encode(writeMarkdown(questionnaire, contents, round));
    case 'json':
      return new TextEncoder().encode(await writeJson(questionnaire, contents, round));
  }
}
