// Proves what happens to what is typed: addresses become links, tables leave room around them, steps are undone one by one.
import type { Page } from '@playwright/test';
import { call } from '../desk/request.ts';
import { expect, test } from './journey.ts';
import { QuestionScreen } from './question-screen.ts';

const round = 'malaysia-msq-2022';

async function opens(page: Page): Promise<QuestionScreen> {
  const screen = new QuestionScreen(page);
  await expect(screen.text).toBeEditable();
  await screen.text.press('Control+End');
  await page.keyboard.press('Enter');
  return screen;
}

async function pastes(page: Page, text: string, html?: string): Promise<void> {
  await page.evaluate(
    ([plain, rich]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      if (rich !== undefined) clipboardData.setData('text/html', rich);
      document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, html] as const,
  );
}

test('an address becomes a link with a space, with Enter and when pasted; one undo takes the link off and leaves the words', async ({
  people,
  demo,
}) => {
  const page = await people.enters(demo, 'Coordinator of MAMPU', '/questions/26');
  const { text } = await opens(page);
  const link = (href: string) => text.locator(`a[href="${href}"]`);
  await page.keyboard.type('See (https://spaced.example.org/a). ');
  await expect(link('https://spaced.example.org/a')).toHaveText('https://spaced.example.org/a');
  await page.keyboard.press('Control+z');
  await expect(link('https://spaced.example.org/a')).toHaveCount(0);
  await expect(text).toContainText('See (https://spaced.example.org/a). ');
  await page.keyboard.type('and www.entered.example.org,');
  await page.keyboard.press('Enter');
  await expect(link('https://www.entered.example.org')).toHaveText('www.entered.example.org');
  await pastes(page, 'pasted https://pasted.example.org/?q=1. End');
  await expect(link('https://pasted.example.org/?q=1')).toHaveText('https://pasted.example.org/?q=1');
  await page.keyboard.press('Control+z');
  await expect(link('https://pasted.example.org/?q=1')).toHaveCount(0);
  await expect(text).toContainText('pasted https://pasted.example.org/?q=1. End');
  await page.keyboard.type(' javascript:alert(1) data:text/html,x report.docx ');
  await expect(text.locator('a[href^="javascript"], a[href^="data"]')).toHaveCount(0);
  // In a link that stands there nothing is linked again.
  await pastes(page, 'words', '<a href="https://kept.example.org/">https://shown.example.org/</a>');
  await page.keyboard.type(' ');
  await expect(link('https://kept.example.org/')).toHaveText('https://shown.example.org/');
  await expect(link('https://shown.example.org/')).toHaveCount(0);
});

test('two people who end their addresses at once have both links and all words', async ({ people, demo }) => {
  const [mine, theirs] = await Promise.all([
    people.enters(demo, 'Coordinator of MAMPU', '/questions/27'),
    people.enters(demo, 'Drafter of MAMPU', '/questions/27'),
  ]);
  const [one, two] = [await opens(mine), new QuestionScreen(theirs)];
  await mine.keyboard.type('first');
  await mine.keyboard.press('Enter');
  await mine.keyboard.type('second');
  await expect(two.text).toContainText('second');
  await two.text.getByText('first', { exact: true }).click();
  await theirs.keyboard.press('End');
  await Promise.all([mine.keyboard.type(' https://mine.example.org '), theirs.keyboard.type(' https://theirs.example.org ')]);
  for (const { text } of [one, two]) {
    await expect(
      text
        .locator('p')
        .filter({ hasText: /^first https:\/\/theirs\.example\.org/ })
        .locator('a'),
    ).toHaveCount(1);
    await expect(
      text
        .locator('p')
        .filter({ hasText: /^second https:\/\/mine\.example\.org/ })
        .locator('a'),
    ).toHaveCount(1);
  }
});

test('before a first table and behind a last one there is a line to write in, and none is written before it is used', async ({
  people,
  demo,
}) => {
  const page = await people.enters(demo, 'Coordinator of MAMPU', '/questions/28');
  const screen = await opens(page);
  await screen.text.press('Control+a');
  await pastes(page, 'T', '<table><tr><td>only cell</td></tr></table>');
  await expect(screen.text.locator('td')).toHaveText('only cell');
  const isAlone = async () => (await screen.text.locator(':scope > p').count()) === 0;
  if (!(await isAlone())) {
    await screen.text.press('Control+End');
    for (let press = 0; press < 3 && !(await isAlone()); press += 1) await page.keyboard.press('Backspace');
  }
  await screen.isSaved();
  const coordinator = await demo.visitor('coordinator.mampu');
  const digest = async () => (await call(coordinator, 'readAnswer', { round, question: '28' })).digest;
  const before = await digest();
  await page.reload();
  await expect(screen.text).toBeEditable();
  await expect(screen.text.locator('.table-gap')).toHaveCount(2);
  // Looking at the place, by pointer and by keys, writes nothing.
  await screen.text.locator('.table-gap').last().click();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await digest()).toBe(before);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('ahead');
  await screen.text.locator('.table-gap').last().click();
  await page.keyboard.type('behind');
  await expect(screen.text.locator(':scope > p')).toHaveText(['ahead', 'behind']);
  await screen.isSaved();
  expect(await digest()).not.toBe(before);
});

test('undoing ends at words, and takes back ticks in the order they were set', async ({ people, demo }) => {
  const page = await people.enters(demo, 'Coordinator of MAMPU', '/questions/16');
  const { text, paper } = await opens(page);
  await page.keyboard.type('alpha beta gamma');
  const yes = paper.getByRole('radio').first();
  const no = paper.getByRole('radio').nth(1);
  const wasYes = await yes.isChecked();
  await no.click();
  await yes.click();
  await no.click();
  await page.keyboard.press('Control+z');
  await expect(yes).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(no).toBeChecked();
  await page.keyboard.press('Control+y');
  await expect(yes).toBeChecked();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await yes.isChecked()).toBe(wasYes);
  // The focus goes to the text with the step that is in it.
  await page.keyboard.press('Control+z');
  await expect(text).toContainText('alpha beta ');
  await expect(text).not.toContainText('gamma');
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(text).not.toContainText('beta');
  await expect(text).toContainText('alpha');
  await page.keyboard.press('Control+Shift+z');
  await expect(text).toContainText('alpha beta ');
});

test('a tick that somebody else has changed since is not taken back by undoing', async ({ people, demo }) => {
  const [mine, theirs] = await Promise.all([
    people.enters(demo, 'Coordinator of MAMPU', '/questions/41'),
    people.enters(demo, 'Drafter of MAMPU', '/questions/41'),
  ]);
  const [one, two] = [await opens(mine), new QuestionScreen(theirs)];
  const radios = (screen: QuestionScreen) => screen.paper.getByRole('radio');
  await radios(one).nth(1).click();
  await expect(radios(two).nth(1)).toBeChecked();
  await radios(two).nth(0).click();
  await expect(radios(one).nth(0)).toBeChecked();
  await radios(one).nth(1).focus();
  await mine.keyboard.press('Control+z');
  await mine.keyboard.press('Control+z');
  await expect(radios(one).nth(0)).toBeChecked();
  await expect(radios(two).nth(0)).toBeChecked();
  await expect(one.paper.getByText('Please confirm')).toHaveCount(0);
});

test('a comment of one’s own is edited and deleted, its addresses are links, and others read what became of it', async ({
  people,
  demo,
}) => {
  const [page, other] = await Promise.all([
    people.enters(demo, 'Coordinator of MAMPU', '/questions/3'),
    people.enters(demo, 'Drafter of MAMPU', '/questions/3'),
  ]);
  const [mine, theirs] = [new QuestionScreen(page), new QuestionScreen(other)];
  const card = (screen: QuestionScreen) => screen.aside.getByRole('article', { name: 'Comment by Coordinator of MAMPU' });
  await mine.aside.getByRole('button', { name: 'Comment on the question' }).click();
  await page.keyboard.type('See www.example.org/a.');
  await page.keyboard.press('Control+Enter');
  await expect(card(theirs).getByRole('link', { name: 'www.example.org/a' })).toHaveAttribute('href', 'https://www.example.org/a');
  await expect(card(theirs).getByRole('button', { name: 'Change your comment' })).toHaveCount(0);
  await card(mine).getByRole('button', { name: 'Change your comment' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(card(mine).getByRole('textbox', { name: 'Edit' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Corrected');
  await page.keyboard.press('Control+Enter');
  await expect(card(theirs)).toContainText('Corrected');
  await expect(card(theirs)).toContainText('(edited');
  await card(mine).getByRole('button', { name: 'Change your comment' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.keyboard.press('Enter');
  await expect(card(theirs)).toContainText('Deleted by its author');
  await expect(card(theirs)).not.toContainText('Corrected');
});
