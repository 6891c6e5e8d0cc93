// Proves that one person's files are read one after the other, and that a text file is read in the encoding that is chosen.
import type { ImportPreview } from '@chancery/contract';
import { msq2022 } from '@chancery/questionnaires';
import { expect, it } from 'vitest';
import { demoRound, openApp } from '../../testing/open-app.ts';

const path = `/api/rounds/${demoRound}/imports`;
const printed = msq2022.sections.flatMap((section) => section.questions).map((it) => `${it.number ?? ''}. ${it.text}\n\n`);
const cyrillic = Uint8Array.from([0xc4, 0xe0, 0x2c, 0x20, 0xe7, 0xe0, 0xea, 0xee, 0xed, 0x20, 0xef, 0xf0, 0xe8, 0xed, 0xff, 0xf2]);

/** The form with this answer to its last question. */
function form(answer: Uint8Array<ArrayBuffer>): Blob {
  return new Blob([printed.join(''), answer]);
}

it('a person has a few files read, one after the other, and everybody else theirs', async () => {
  await using app = await openApp();
  const cookie = await app.signIn('coordinator.mampu');
  const send = () => app.ask(path, { method: 'POST', cookie, body: form(cyrillic) });
  const statuses = (await Promise.all(Array.from({ length: 7 }, send))).map((it) => it.status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 200, 429, 429]);
});

it('a file says in which encoding it seems to be, and is read in the one that is chosen', async () => {
  await using app = await openApp();
  const cookie = await app.signIn('coordinator.mampu');
  const preview = async (headers: Record<string, string>) => {
    const response = await app.ask(path, { method: 'POST', cookie, body: form(cyrillic), headers });
    const { encoding, answers } = (await response.json()) as ImportPreview;
    return { encoding, text: answers.at(-1)?.source.split('\n').at(-1) };
  };
  expect(await preview({})).toEqual({ encoding: { encoding: 'windows-1251', isGuessed: true, damaged: 0 }, text: 'Да, закон принят' });
  const chosen = await preview({ 'x-file-encoding': 'windows-1252' });
  expect(chosen).toEqual({ encoding: { encoding: 'windows-1252', isGuessed: false, damaged: 0 }, text: 'Äà, çàêîí ïðèíÿò' });
});
