// `chancery verify <record.json>`: checks a record with the code of packages/record alone.
import { readFile } from 'node:fs/promises';
import { findingsOf, verifyRecord } from '@chancery/record';
import { findingSentence } from './finding-sentence.ts';

/** 0 when the record holds, 1 when it does not or cannot be read. */
export async function verify(args: readonly string[]): Promise<number> {
  const [path] = args;
  if (path === undefined) {
    console.error('Name the file: chancery verify <record.json>');
    return 2;
  }
  const file = await readJson(path);
  if (!file.ok) {
    console.error(file.sentence);
    return 1;
  }
  const verdict = await verifyRecord(file.value);
  for (const finding of findingsOf(verdict)) console.log(findingSentence(finding));
  return verdict.ok ? 0 : 1;
}

async function readJson(path: string): Promise<{ ok: true; value: unknown } | { ok: false; sentence: string }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    return { ok: false, sentence: `${path} can't be read: ${cause instanceof Error ? cause.message : String(cause)}.` };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, sentence: `${path} is not a record: it is not JSON.` };
  }
}
