// Proves that anyone who writes sees the line they write: clear of every bar, in every size of window, also while others write above.
import type { Page } from '@playwright/test';
import { whatHidesTheCaret } from './caret.ts';
import { expect, test } from './journey.ts';
import { QuestionScreen } from './question-screen.ts';

const windows = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 390, height: 450 },
  { width: 320, height: 256 },
] as const;

const writers = [
  { who: 'Drafter of EPU', question: '21', sizes: windows },
  // Their bars are higher: the windows in which that matters most.
  { who: 'Clearing officer of EPU', question: '22', sizes: [windows[0], windows[3], windows[4]] },
  { who: 'Coordinator of MAMPU', question: '23', sizes: [windows[0], windows[3], windows[4]] },
] as const;

for (const { who, question, sizes } of writers) {
  test(`the ${who} sees each of thirty lines while typing it, and on the way up and down again`, async ({ people, demo }) => {
    const page = await people.enters(demo, who, `/questions/${question}`);
    const screen = new QuestionScreen(page);
    await expect(screen.text).toBeEditable();
    await screen.text.press('Control+End');
    for (const size of sizes) {
      await page.setViewportSize(size);
      await goesThroughLines(page, size, 'types');
      await goesThroughLines(page, size, 'ArrowUp');
      await goesThroughLines(page, size, 'ArrowDown');
    }
  });
}

const boxes = [
  {
    box: 'the last cell of a grid',
    who: 'Drafter of MAMPU',
    question: '2',
    of: (screen: QuestionScreen) => screen.paper.getByRole('textbox').last(),
  },
  {
    box: 'a line',
    who: 'Drafter of MAMPU',
    question: 'respondent',
    of: (screen: QuestionScreen) => screen.paper.getByRole('textbox').last(),
  },
  { box: 'a remark', who: 'Drafter of EPU', question: '20', of: (screen: QuestionScreen) => screen.paper.getByRole('textbox').first() },
] as const;

test('in a grid, a line and a remark the line that is typed is in sight, wherever the page stood', async ({ people, demo }) => {
  for (const { box, who, question, of } of boxes) {
    const page = await people.enters(demo, who, `/questions/${question}`);
    const text = of(new QuestionScreen(page));
    await expect(text).toBeEditable();
    await text.focus();
    for (const size of windows) {
      await page.setViewportSize(size);
      for (const top of [0, 10_000]) {
        await page.evaluate((y) => scrollTo(0, y), top);
        for (let line = 1; line <= 6; line += 1) {
          await page.keyboard.press('Enter');
          await page.keyboard.type('x');
          await isInSight(page, `${box}, ${size.width}x${size.height}, from ${top}, line ${line}`);
        }
      }
    }
    await page.close();
  }
});

test('the line of a comment is in sight while it is typed', async ({ people, demo }) => {
  const page = await people.enters(demo, 'Drafter of EPU', '/questions/24');
  for (const size of windows) {
    await page.setViewportSize(size);
    if (size.width < 1024) await page.getByRole('button', { name: /threads?$/i }).click();
    await page.getByRole('button', { name: 'Comment on the question' }).click();
    await expect(page.getByRole('textbox', { name: 'Your comment' })).toBeFocused();
    for (let line = 1; line <= 14; line += 1) {
      await page.keyboard.type('x');
      await page.keyboard.press('Enter');
      await isInSight(page, `${size.width}x${size.height}, line ${line}`);
    }
    await page.getByRole('button', { name: 'Cancel' }).click();
    if (size.width < 1024) await page.keyboard.press('Escape');
  }
});

test('what others write above moves away from the line of the caret, and a window that shrinks does not cover it', async ({
  people,
  demo,
}) => {
  const [page, other] = await Promise.all([
    people.enters(demo, 'Drafter of EPU', '/questions/25'),
    people.enters(demo, 'Coordinator of MAMPU', '/questions/25'),
  ]);
  const [mine, theirs] = [new QuestionScreen(page), new QuestionScreen(other)];
  await expect(mine.text).toBeEditable();
  await mine.text.press('Control+End');
  await page.keyboard.type('above');
  for (let line = 0; line < 30; line += 1) await page.keyboard.press('Enter');
  await page.keyboard.type('mine');
  await expect(theirs.text).toContainText('mine');
  const before = await lineOf(mine);
  await theirs.text.getByText('above').click();
  await other.keyboard.press('End');
  for (let line = 1; line <= 15; line += 1) {
    await other.keyboard.press('Enter');
    await other.keyboard.type(`theirs ${line}`);
    await expect(mine.text).toContainText(`theirs ${line}`);
    await isDrawn(page);
    await isInSight(page);
    expect(Math.abs((await lineOf(mine)) - before)).toBeLessThan(2);
  }
  for (const size of [...windows, windows[0]]) {
    await page.setViewportSize(size);
    await isDrawn(page);
    await isInSight(page, `${size.width}x${size.height}`);
  }
});

function lineOf(screen: QuestionScreen): Promise<number> {
  return screen.text.getByText('mine').evaluate((it) => it.getBoundingClientRect().top);
}

/** Once what the browser says of new sizes has been taken in: a bar that grew is told after it was drawn. */
async function isInSight(page: Page, where = ''): Promise<void> {
  await expect.poll(() => whatHidesTheCaret(page), { message: where }).toBeNull();
}

async function isDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}

const lines = 30;

async function goesThroughLines(page: Page, { width, height }: { width: number; height: number }, how: 'types' | 'ArrowUp' | 'ArrowDown') {
  for (let line = 1; line <= lines; line += 1) {
    if (how === 'types') {
      await page.keyboard.press('Enter');
      await page.keyboard.type('x');
    } else await page.keyboard.press(how);
    await isInSight(page, `${width}x${height}, ${how}, line ${line}`);
  }
}
