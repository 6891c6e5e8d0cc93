// Proves the import of a filled form in the browser: looked at first, then written, never over what is there; a file that is none gets its sentence.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { comesInByLink, openEmptyRound, password } from './invited.ts';
import { expect, siteOfThisFile, test } from './journey.ts';
import { QuestionScreen } from './question-screen.ts';
import { linkOfAdministrator } from './site.ts';
import { filledByHand } from '../office/filled-by-hand.ts';
import { editedIn, hasOffice } from '../office/office.ts';

test.describe.configure({ mode: 'serial' });
const site = siteOfThisFile({ isDemo: false });
const form = fileURLToPath(new URL('../../apps/server/demo/msq-2022-malaysia.md', import.meta.url));
let round = '';

test('a coordinator looks at what a filled form holds, and only Import writes it', async ({ people }) => {
  const administrator = await people.comes(site());
  await comesInByLink(administrator, await linkOfAdministrator(site(), 'administrator@example.org'));
  const opened = await openEmptyRound(site(), 'administrator@example.org');
  round = opened.round;
  const page = await people.comes(site());
  await comesInByLink(page, opened.coordinator);
  await page.getByRole('link', { name: 'Utopia, MSQ 2022' }).click();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByLabel('Choose a file').setInputFiles(form);
  await expect(page.getByRole('heading', { name: 'Found in “msq-2022-malaysia.md”' })).toBeFocused();
  await expect(page.getByText('Nothing has been written yet.')).toBeVisible();
  await page.getByRole('button', { name: /^Please confirm the tick \d+$/ }).click();
  const toConfirm = foundRow(page, 'question 4');
  await expect(toConfirm).toContainText('Will be filled');
  await expect(toConfirm).toContainText('Please confirm the tick');
  await toConfirm.getByRole('button', { name: 'Compare question 4' }).click();
  await expect(toConfirm.getByRole('heading', { name: 'In the file' })).toBeVisible();
  await expect(toConfirm.getByRole('heading', { name: 'As it will stand in the answer' })).toBeVisible();
  await page.getByRole('button', { name: /^All \d+$/ }).click();

  const before = await overview(page);
  expect(before.every((row) => row.isEmpty)).toBe(true);
  const importing = page.getByRole('button', { name: /^Import \d+ answers$/ });
  const count = Number((await importing.textContent())?.match(/\d+/)?.[0]);
  await importing.click();
  await expect(page.getByRole('heading', { name: 'The import is done' })).toBeFocused();
  await expect(page.getByText(`Filled: ${count}`)).toBeVisible();
  expect((await overview(page)).filter((row) => !row.isEmpty)).toHaveLength(count);

  await page.getByRole('link', { name: /official e-government portal/ }).click();
  const screen = new QuestionScreen(page);
  await expect(screen.text.getByRole('link').first()).toHaveAttribute('href', /^https:\/\/www\.malaysia\.gov\.my/);
});

test('importing the same form again changes nothing, and other words for an answer come as a proposal', async ({ people }) => {
  const page = await coordinatorAt(await people.comes(site()), '/import');
  await page.getByLabel('Choose a file').setInputFiles(form);
  await expect(foundRow(page, 'question 1')).toContainText('Already says this');
  await page.getByRole('button', { name: 'Another file' }).click();

  const changed = (await readFile(form, 'utf8')).replace('https://www.malaysia.gov.my', 'https://changed.example.org');
  await page.getByLabel('Choose a file').setInputFiles({ name: 'later.md', mimeType: 'text/markdown', buffer: Buffer.from(changed) });
  await expect(page.getByRole('heading', { name: 'Found in “later.md”' })).toBeVisible();
  await page.getByRole('button', { name: /^Proposals 1$/ }).click();
  await expect(foundRow(page, 'question 1')).toContainText('Has text already: comes as a proposal');
  await page.getByRole('button', { name: 'Import 1 answer' }).click();
  await expect(page.getByText('Proposals: 1').or(page.getByText('Came as a proposal: 1'))).toBeVisible();
  await page.getByRole('link', { name: /official e-government portal/ }).click();
  const screen = new QuestionScreen(page);
  await expect(screen.text).not.toContainText('changed.example.org');
  await page.getByText('1 proposal: words that are not in the answer').click();
  await page.getByRole('button', { name: 'Put into the answer' }).click();
  await expect(screen.text).toContainText('changed.example.org');
});

test('a file that cannot be imported gets its sentence, and nothing is written', async ({ people }) => {
  const page = await coordinatorAt(await people.comes(site()), '/import');
  const before = await overview(page);
  const chooses = (name: string, content: Buffer) =>
    page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/plain', buffer: content });
  const alert = page.getByRole('alert');
  await chooses('empty.txt', Buffer.alloc(0));
  await expect(alert).toContainText('The file is empty');
  await chooses('photo.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  await expect(alert).toContainText('This is a picture');
  await chooses('minutes.txt', Buffer.from('Minutes of the meeting\n\nEverybody was there.\n'));
  await expect(alert).toContainText('The file does not look like this questionnaire');
  await chooses('large.txt', Buffer.alloc(6 * 1024 * 1024, 'a'));
  await expect(alert).toContainText('The file is larger than 5 MB');
  expect((await overview(page)).map((row) => row.digest)).toEqual(before.map((row) => row.digest));
});

test('a text in an older encoding is read as another one when somebody says so, and lines of no known question are shown', async ({
  people,
}) => {
  const page = await coordinatorAt(await people.comes(site()), '/import');
  const printed = ['6. Is there a specific national portal or a dedicated section addressing the COVID-19 pandemic?', '\r\n\r\n'];
  const text = [
    ...printed,
    '57. How many offices are there?\r\n\r\nSeven.\r\n\r\n',
    '10. Is there any legislation, law or regulation on data privacy and/or protection?\r\n\r\n',
    '11. Is there any legislation, law or regulation on cybersecurity or similar?\r\n\r\n',
  ].join('');
  const cyrillic = Buffer.from([0xc4, 0xe0, 0x2c, 0x20, 0xe7, 0xe0, 0xea, 0xee, 0xed, 0x20, 0xef, 0xf0, 0xe8, 0xed, 0xff, 0xf2]);
  const buffer = Buffer.concat([Buffer.from(text), cyrillic]);
  await page.getByLabel('Choose a file').setInputFiles({ name: 'older.txt', mimeType: 'text/plain', buffer });
  await expect(page.getByText('It seems to be Cyrillic (Windows-1251).')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'How many offices are there?' })).toContainText('Seven.');
  const compare = page.getByRole('button', { name: 'Compare question 11' });
  await compare.click();
  await expect(page.getByText('Да, закон принят').first()).toBeVisible();
  await page.getByLabel('Read the file as').selectOption('Greek (Windows-1253)');
  await compare.click();
  await expect(page.getByText(/^Δΰ, /).first()).toBeVisible();
});

test('the Word file of the round, written on in LibreOffice, comes back with what is new in it and what is left out', async ({
  people,
}) => {
  test.skip(!hasOffice, 'LibreOffice is not installed');
  const page = await coordinatorAt(await people.comes(site()), '/import');
  const exported = await (await page.request.get(`/api/rounds/${round}/export.docx`)).body();
  const comment = '<office:annotation><dc:creator>Ada</dc:creator><text:p>Is this so?</text:p></office:annotation>';
  const edited = await editedIn(exported, (document) => document.replace('>As of now, there is', `>Lately${comment} there is`));
  await page.getByLabel('Choose a file').setInputFiles({ name: 'form.docx', mimeType: wordType, buffer: Buffer.from(edited) });
  await expect(page.getByRole('heading', { name: 'Found in “form.docx”' })).toBeFocused();
  const twelve = foundRow(page, 'question 12');
  await expect(twelve).toContainText('Has text already: comes as a proposal');
  await twelve.getByRole('button', { name: 'Compare question 12' }).click();
  await expect(twelve.getByRole('heading', { name: 'As it will stand in the proposal' }).locator('..')).toContainText(
    'Lately there is no legislation',
  );
  await page.getByText('Left out of the Word document').click();
  const leftOut = page.getByRole('listitem').filter({ hasText: '1 comment' });
  await expect(leftOut).toContainText('question 12');
});

test('a form that an office typed and filled itself in Word is found by its printed questions', async ({ people }) => {
  test.skip(!hasOffice, 'LibreOffice is not installed');
  const page = await coordinatorAt(await people.comes(site()), '/import');
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'ours.docx', mimeType: wordType, buffer: Buffer.from(await filledByHand()) });
  await expect(page.getByRole('heading', { name: 'Found in “ours.docx”' })).toBeFocused();
  const nine = foundRow(page, 'question 9');
  await nine.getByRole('button', { name: 'Compare question 9' }).click();
  await expect(nine.getByRole('heading', { name: 'In the file' }).locator('..')).toContainText('☒ Yes ☐ No');
  await expect(nine).toContainText('The Act of 2011.');
  await expect(page.getByText('Questions missing from the file')).toBeVisible();
});

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function coordinatorAt(page: Page, path: string): Promise<Page> {
  await page.goto(`/sign-in?to=${encodeURIComponent(`/rounds/${round}${path}`)}`);
  await page.getByLabel('E-mail address').fill('coordinator@example.org');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
  return page;
}

function foundRow(page: Page, question: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Compare ${question}`, exact: true }) });
}

/** What the server holds, asked by the same browser. */
async function overview(page: Page): Promise<readonly { readonly isEmpty: boolean; readonly digest: string }[]> {
  const response = await page.request.get(`/api/rounds/${round}`);
  return ((await response.json()) as { answers: { isEmpty: boolean; digest: string }[] }).answers;
}
