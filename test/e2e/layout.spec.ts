// Proves that pages stay usable in narrow windows, at high magnification, on paper, and with the colours of the system.
import { expect, test } from './journey.ts';
import { QuestionScreen } from './question-screen.ts';

test('at a magnification of 400 % no page is wider than the window, and the text has room as every role', async ({ people, demo }) => {
  const visits = [
    ['Coordinator of MAMPU', '/questions/5'],
    ['Coordinator of MAMPU', '/questions/16'],
    ['Coordinator of MAMPU', '/questionnaire'],
    ['Coordinator of MAMPU', ''],
    ['Drafter of EPU', '/questions/31'],
    ['Clearing officer of MAMPU', '/questions/42'],
  ] as const;
  for (const [who, path] of visits) {
    const page = await people.enters(demo, who, path);
    await page.setViewportSize({ width: 320, height: 256 });
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    if (path.startsWith('/questions/')) {
      const { text } = new QuestionScreen(page);
      await expect(text).toBeEditable();
      await text.focus();
      const covered = await page.evaluate(() => {
        const bars = [...document.querySelectorAll('[data-bar]')].filter((it) => getComputedStyle(it).position === 'sticky');
        return bars.reduce((sum, it) => sum + it.getBoundingClientRect().height, 0);
      });
      expect(covered, `${who} ${path}`).toBeLessThan(128);
    } else await expect(page.getByRole('heading', { name: /Institutional/ })).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `${who} ${path}`).toBe(0);
    await page.close();
  }
});

test('in a narrow window the tools stand in one line, and those without room are under “More tools”', async ({ people, demo }) => {
  const page = await people.enters(demo, 'Drafter of EPU', '/questions/32');
  const { text } = new QuestionScreen(page);
  await expect(text).toBeEditable();
  const toolbar = page.getByRole('toolbar', { name: 'Format the text' });
  const more = toolbar.getByRole('button', { name: 'More tools' });
  await expect(more).toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 600 });
  await text.press('Control+End');
  await page.keyboard.press('Enter');
  await expect(toolbar.getByRole('button', { name: 'Quote' })).toHaveCount(0);
  const { width, height } = (await toolbar.boundingBox())!;
  expect([width <= 320, height < 60]).toEqual([true, true]);
  await more.click();
  await toolbar.getByRole('button', { name: 'Quote' }).click();
  await expect(text.locator('blockquote').last()).toBeVisible();
  await more.click();
  await toolbar.getByRole('button', { name: 'Table' }).click();
  await toolbar.getByRole('button', { name: 'Insert a table' }).click();
  await expect(text.locator('table')).toHaveCount(1);
});

test('names at carets stand on one line within the paper, and never over each other', async ({ people, demo }) => {
  const names = ['Coordinator of MAMPU', 'Drafter of MAMPU', 'Clearing officer of MAMPU'];
  const [mine, ...others] = await Promise.all(['Drafter of EPU', ...names].map((who) => people.enters(demo, who, '/questions/19')));
  const page = mine!;
  await expect(new QuestionScreen(page).text).toBeEditable();
  for (const other of others) {
    const { text } = new QuestionScreen(other);
    await expect(text).toBeEditable();
    await text.press('Control+Home');
    await other.keyboard.press('End');
    await other.keyboard.press('ArrowLeft');
  }
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    for (const other of others) await other.keyboard.type('x');
    await expect(page.locator('.caret-label')).toHaveCount(3);
    await expect(page.locator('.caret-label[data-calm="false"]').first()).toBeVisible();
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
    const labels = await page
      .locator('.caret-label[data-calm="false"]')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON() as DOMRect));
    const paper = (await page.locator('.paper').boundingBox())!;
    for (const [at, label] of labels.entries()) {
      expect(label.height).toBeLessThan(24);
      expect(label.left >= paper.x - 1 && label.right <= paper.x + paper.width + 1).toBe(true);
      for (const other of labels.slice(at + 1))
        expect(label.right <= other.left || other.right <= label.left || label.bottom <= other.top || other.bottom <= label.top).toBe(true);
    }
  }
});

test('on paper there are the words without bars, and a record with all its entries', async ({ people, demo }) => {
  const page = await people.enters(demo, 'Coordinator of MAMPU', '/questions/11');
  await expect(new QuestionScreen(page).text).toBeEditable();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.prose-surface').first()).toBeVisible();
  for (const gone of [page.getByRole('toolbar'), page.locator('.decision-bar'), page.locator('.paper-foot'), page.getByRole('banner')])
    await expect(gone).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${page.url().replace(/\/questions.*/, '')}/record`);
  const entries = page.getByRole('main').locator('ol > li');
  await expect(entries).toHaveCount(50);
  const { entries: all } = (await (await page.request.get(`/api${new URL(page.url()).pathname}`)).json()) as {
    entries: readonly unknown[];
  };
  expect(all.length).toBeGreaterThan(50);
  await page.evaluate(() => {
    addEventListener('beforeprint', () => Object.assign(window, { printed: document.querySelectorAll('main ol > li').length }));
  });
  await page.pdf();
  expect(await page.evaluate('window.printed')).toBe(all.length);
  await expect(entries).toHaveCount(50);
});

test('after a row is ticked the arrow keys go on to the next one', async ({ people, demo }) => {
  const page = await people.enters(demo, 'Coordinator of MAMPU');
  await page.getByRole('checkbox', { name: 'Select question 43' }).click();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('checkbox', { name: 'Select question 44' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Select question 44' })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('checkbox', { name: 'Select question 43' })).toBeFocused();
});

test('what is longer than its limit is counted and refused, not cut', async ({ people, demo }) => {
  const page = await people.enters(demo, 'Drafter of EPU', '/questions/30');
  await page.getByRole('button', { name: 'Comment on the question' }).click();
  const field = page.getByRole('textbox', { name: 'Your comment' });
  await field.fill('x'.repeat(5010));
  await expect(page.getByText('At most 5,000 characters, and these are 5,010. Take out 10.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Comment', exact: true }).last().click();
  await expect(field).toHaveValue('x'.repeat(5010));
  await field.fill('x'.repeat(5000));
  await page.keyboard.press('Control+Enter');
  await expect(field).toHaveCount(0);
});
