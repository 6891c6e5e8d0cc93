import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { readForm } from './read-form.ts';

const never = new AbortController().signal;

function formWith(answer: string): Uint8Array {
  const printed = msq2022.sections
    .flatMap((section) => section.questions)
    .map((question) => `${question.number ?? ''}. ${question.text}\n\n${question.number === 7 ? answer : ''}\n`);
  return new TextEncoder().encode(printed.join('\n'));
}

test('a form is read in a worker', async () => {
  const outcome = await readForm({ bytes: formWith('Our answer.'), questionnaire: msq2022 }, never);
  expect(outcome.ok && outcome.form.answers.some(({ source }) => source.includes('Our answer.'))).toBe(true);
});

test('a file that takes for ever is refused, and the event loop goes on meanwhile', async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 10);
  const reading = readForm({ bytes: formWith('1. a\n'.repeat(600_000)), questionnaire: msq2022 }, never, 1500);
  await expect(reading).rejects.toMatchObject({ code: 'import-too-complex' });
  clearInterval(counting);
  expect(turns).toBeGreaterThan(20);
});

test('reading is cancelled with its request', async () => {
  const request = new AbortController();
  const reading = readForm({ bytes: formWith('1. a\n'.repeat(600_000)), questionnaire: msq2022 }, request.signal);
  request.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});
