import { readFileSync } from 'node:fs';
import { findingsOf, verifyRecord } from '@chancery/record';
import { expect, test } from 'vitest';
import { findingSentence } from './finding-sentence.ts';

const golden = new URL('../../../../packages/record/src/fixtures/sent-round.json', import.meta.url);

async function linesOn(file: unknown): Promise<readonly string[]> {
  return findingsOf(await verifyRecord(file)).map(findingSentence);
}

test('the record of a round that was sent is told line by line', async () => {
  expect(await linesOn(readFileSync(golden))).toEqual([
    'This record holds: no entry and no answer in it was changed.',
    'E-Government Survey 2022, Malaysia: 3 questions, phase "sent".',
    'Cleared by Ministry of Health: 1 answer.',
    'Accepted by Badrul (MAMPU): 1 answer.',
    'Left without an answer by Badrul (MAMPU): 1 answer.',
    'Approved by Chong, Director General (MAMPU) at 2022-03-01T09:10:00.000Z: exactly the 3 answers in this file.',
    'Sent at 2022-03-01T09:11:00.000Z, recorded by Badrul (MAMPU).',
    'Vouched for Aminah, Director (Ministry of Health): Dewi.',
    'Vouched for Badrul (MAMPU): Dewi.',
    'Vouched for Chong, Director General (MAMPU): Dewi.',
    '12 entries, the last at 2022-03-01T09:11:00.000Z with hash 0a8c0746fe8d29632105eedfdbb2e1b90d724e16ec3b42fbf3a46f4a70734eb0.',
    'A chain cannot show that its last entries were cut off: compare this count and this hash with those noted elsewhere.',
    'Nor can it show that the persons named in it were who they said: that rests on those who let them in.',
  ]);
});

test.each([
  ['a file that is no record', '{}', 'The file is not a record, or of a version that this program does not know.'],
  [
    'a part without its shape',
    '{"format":"chancery-record/1"}',
    'The record cannot be read: the round does not have the shape it must have.',
  ],
  ['an entry that was changed', changed(), 'Entry 8 was changed: its hash is not that of what it says.'],
])('%s is told with its first fault', async (_name, file, sentence) => {
  expect(await linesOn(file)).toEqual(['This record does not hold.', sentence]);
});

function changed(): string {
  const record = JSON.parse(readFileSync(golden, 'utf8')) as { readonly entries: { words: string }[] };
  record.entries[7]!.words = 'Other words.';
  return JSON.stringify(record);
}
