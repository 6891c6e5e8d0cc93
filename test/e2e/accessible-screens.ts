// Looking at screens as everybody has to be able to use them: axe finds nothing, and nothing is wider than the window.
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, test } from './journey.ts';
import { type Screen, show, showNarrow } from './screens.ts';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Declares a test for each screen. Colours follow the scheme and layout follows the width: each way of either is looked at. */
export function looksAt(screens: readonly Screen[]): void {
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
}

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
