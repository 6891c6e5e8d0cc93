// Runs in a thread of its own: writes one export and ends.
import { writeJson, writeMarkdown, writeWord } from '@chancery/exchange';
import { parentPort, workerData } from 'node:worker_threads';
import type { FormToWrite } from './write-form.ts';

parentPort?.postMessage(await write(workerData as FormToWrite));

async function write({ format, questionnaire, contents, round }: FormToWrite): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return writeWord(questionnaire, contents, round);
    case 'md':
      return new TextEncoder().encode(writeMarkdown(questionnaire, contents, round));
    case 'json':
      return new TextEncoder().encode(await writeJson(questionnaire, contents, round));
  }
}
