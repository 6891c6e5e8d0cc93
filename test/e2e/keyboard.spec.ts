// Proves that a day's work is done by keyboard alone.
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

test('a drafter signs in, finds a question, writes, formats and comments by keyboard alone', async ({ people, demo }) => {
  const page = await people.comes(demo);
  const { keyboard } = page;
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: /^Drafter of EPU/ })).toBeVisible();
  await tabTo(page, /^Drafter of EPU/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'My rounds' })).toBeVisible();
  await tabTo(page, 'Malaysia, MSQ 2022');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Questions/ })).toBeVisible();
  await tabTo(page, 'Contact information');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: /^What is the official e-government portal/ })).toBeFocused();
  await keyboard.press('End');
  for (let step = 0; step < 14; step += 1) await keyboard.press('ArrowUp');
  await keyboard.press('Enter');

  const paper = page.getByRole('region', { name: 'Answer', exact: true });
  const text = paper.getByRole('textbox').first();
  await expect(text).toBeEditable();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('foresight tools');
  for (let step = 0; step < 60 && !(await text.evaluate((it) => it === document.activeElement)); step += 1) await keyboard.press('Tab');
  await keyboard.press('Control+End');
  await keyboard.type(' Foresight');
  await keyboard.press('Control+Shift+ArrowLeft');
  // Stands in the margin once the editor knows of the selection.
  await expect(paper.getByRole('button', { name: 'Comment', exact: true })).toBeVisible();
  await keyboard.press('Alt+F10');
  await expect(page.getByRole('button', { name: 'Bold' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
  await expect(text.locator('strong').filter({ hasText: 'Foresight' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(text).toBeFocused();
  await keyboard.press('Control+Alt+m');
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toBeFocused();
  await keyboard.type('Is this the word?');
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: 'Comment by Drafter of EPU' })).toContainText('Is this the word?');
  await expect(paper.getByRole('status')).toHaveText('Saved');
  await tabTo(page, 'Overview');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Questions/ })).toBeVisible();
});

/** Presses Tab until the focus is on the link or button with this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('link', { name, exact: true }).or(page.getByRole('button', { name })).first();
  for (let step = 0; step < 120; step += 1) {
    if (await wanted.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(name)}`);
}
