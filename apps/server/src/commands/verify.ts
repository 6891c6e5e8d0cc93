// `chancery verify <record.json>`: checks a record with the code of packages/record alone.
import { readFile } from 'node:fs/promises';
import { findingsOf, verifyRecord } from '@chancery/record';
import { findingSentence } from './finding-sentence.ts';

/** 0 when the record holds, 1 when it does not or cannot be read. */
export async function verify([path = '']: readonly string[]): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    console.error(`${path} can't be read: ${cause instanceof Error ? cause.message : String(cause)}.`);
    return 1;
  }
  // The bytes as they are: a parsed value no longer shows what stood twice in them.
  const verdict = await verifyRecord(bytes);
  for (const finding of findingsOf(verdict)) console.log(findingSentence(finding));
  return verdict.ok ? 0 : 1;
}
