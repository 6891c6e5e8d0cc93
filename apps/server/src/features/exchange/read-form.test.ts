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

/** As much as is read at all, which takes seconds. */
function endless(): Uint8Array {
  return formWith('1. a\n'.repeat(10_000));
}

test('a form is read in a worker', async () => {
  const outcome = await readForm({ bytes: formWith('Our answer.'), questionnaire: msq2022 }, never);
  expect(outcome.ok && outcome.form.answers.some(({ source }) => source.includes('Our answer.'))).toBe(true);
});

test('a file that takes too long is refused', async () => {
  const reading = readForm({ bytes: endless(), questionnaire: msq2022 }, never, 50);
  await expect(reading).rejects.toMatchObject({ code: 'import-too-complex' });
});

test('the event loop goes on while a file is read', async () => {
  const request = new AbortController();
  let isOver = false;
  const reading = readForm({ bytes: endless(), questionnaire: msq2022 }, request.signal).finally(() => (isOver = true));
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(isOver).toBe(false);
  request.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});

test('a file that would take too long is not begun', async () => {
  const outcome = await readForm({ bytes: formWith('1. a\n'.repeat(600_000)), questionnaire: msq2022 }, never);
  expect(outcome).toEqual({ ok: false, problem: { code: 'too-complex' } });
});

test('reading is cancelled with its request', async () => {
  const request = new AbortController();
  const reading = readForm({ bytes: endless(), questionnaire: msq2022 }, request.signal);
  request.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});
