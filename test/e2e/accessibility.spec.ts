// Proves that everybody can use every screen: axe finds nothing, wide and narrow, light and dark; and a day's work is done by keyboard alone.
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, test } from './journey.ts';
import { screens, show, showNarrow } from './screens.ts';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// Colours follow the scheme and layout follows the width: each way of either is looked at.
for (const screen of screens) {
  test(`axe finds nothing on ${screen.name}, wide and light, narrow and dark`, async ({ people, demo }) => {
    const page = await (screen.who === null ? people.comes(demo) : people.of(demo, screen.who));
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await show(page, screen, demo);
    await hasNoFault(page, 'wide and light');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
    await isDrawn(page);
    await showNarrow(page, screen);
    await hasNoFault(page, 'narrow and dark');
  });
}

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
  await expect(page.getByRole('combobox', { name: 'Your comment' })).toBeFocused();
  await keyboard.type('Is this the word?');
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: 'Comment by Drafter of EPU' })).toContainText('Is this the word?');
  await expect(paper.getByRole('status')).toHaveText('Saved');
  await tabTo(page, 'Overview');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Questions/ })).toBeVisible();
});

async function hasNoFault(page: Page, way: string): Promise<void> {
  expect(await violations(page), way).toEqual([]);
  expect(await overflow(page), way).toBe(0);
}

/** Until the page has been laid out for its window, and no colour is on its way to another. */
async function isDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map((it) => it.finished));
  });
}

async function violations(page: Page): Promise<readonly string[]> {
  // By a string: the page's policy would stop a script element. The page has no frames.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { axe: itself } = window as unknown as { axe: typeof axe };
    const found = await itself.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  }, standard);
}

/** Pixels by which the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Presses Tab until the focus is on the link or button with this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('link', { name, exact: true }).or(page.getByRole('button', { name })).first();
  for (let step = 0; step < 120; step += 1) {
    if (await wanted.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(name)}`);
}
