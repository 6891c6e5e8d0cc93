// Proves the whole story of a round in real browsers: assigned, written together, discussed, cleared, accepted, approved, verified, reopened.
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { demoPassword } from '@chancery/server';
import { runChancery } from '../desk/house/serving.ts';
import { acceptTheRest } from './finish-round.ts';
import { demoRound, expect, siteOfThisFile, test } from './journey.ts';
import { QuestionScreen } from './question-screen.ts';

test.describe.configure({ mode: 'serial' });
const site = siteOfThisFile();
const question = '/questions/43';

test('a coordinator assigns a question with a contributor that must clear and a due date', async ({ people }) => {
  const page = await people.entersByCard(site(), 'Coordinator of MAMPU');
  await expect(rowOf(page)).toContainText('Unassigned');
  await page.getByRole('checkbox', { name: 'Select question 43' }).check();
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign question 43' });
  await dialog.getByRole('combobox', { name: 'Leading agency' }).selectOption('MOH · Ministry of Health');
  await dialog.getByLabel('Due date').fill(dayIn(12));
  await dialog.getByRole('checkbox', { name: 'EPU' }).check();
  await dialog.getByRole('checkbox', { name: 'EPU must clear' }).check();
  await expect(dialog).toContainText('MOH leads');
  await dialog.getByRole('button', { name: 'Assign 1 question' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page)).toContainText(/Leading agency:\s*MOH[\s\S]*Contributing:\s*EPU[\s\S]*Ready to clear[\s\S]*in 12 days/);
});

test('two ministries write it at the same time and see each other, and the overview shows who is there', async ({ people }) => {
  const [coordinator, first, second] = await Promise.all([
    people.enters(site(), 'Coordinator of MAMPU'),
    people.enters(site(), 'Drafter of MOH', question),
    people.enters(site(), 'Drafter of EPU', question),
  ]);
  const [moh, epu] = [new QuestionScreen(first), new QuestionScreen(second)];
  await moh.types('Malaysia leads the working group');
  await expect(epu.text).toContainText('Malaysia leads the working group');
  await expect(epu.text).toBeEditable();
  await epu.text.press('Control+Home');
  await Promise.all([moh.text.pressSequentially(' on health records'), epu.text.pressSequentially('By the end of the plan: ')]);
  for (const screen of [moh, epu]) {
    await expect(screen.text).toContainText('Malaysia leads the working group on health records');
    await expect(screen.text).toContainText('By the end of the plan: ');
    await screen.isSaved();
  }
  await expect.poll(async () => textOf(moh)).toBe(await textOf(epu));
  // A caret is for the eye: a screen reader is told of people beside the answer, so it has no role.
  await expect(epu.paper.getByText('Drafter of MOH', { exact: true })).toBeVisible();
  await expect(moh.paper.getByText('Drafter of EPU', { exact: true })).toBeVisible();
  await expect(rowOf(coordinator)).toContainText('Drafter of MOH, MOH');
  await expect(rowOf(coordinator)).toContainText('Drafter of EPU, EPU');
});

test('a comment on a passage is answered, and a query holds the acceptance back until it is closed', async ({ people }) => {
  const [first, second, third] = await Promise.all([
    people.enters(site(), 'Drafter of EPU', question),
    people.enters(site(), 'Drafter of MOH', question),
    people.enters(site(), 'Coordinator of MAMPU', question),
  ]);
  const [epu, moh, mampu] = [new QuestionScreen(first), new QuestionScreen(second), new QuestionScreen(third)];
  await epu.types('. It has run since 2019');
  await epu.text.press('Control+Shift+ArrowLeft');
  await epu.page.getByRole('button', { name: 'Comment on the selected words' }).click();
  await epu.aside.getByRole('textbox', { name: 'Your comment' }).fill('Was it not 2020?');
  await epu.aside.getByRole('button', { name: 'Comment', exact: true }).click();
  const comment = moh.aside.getByRole('article', { name: 'Comment by Drafter of EPU' });
  await expect(comment).toContainText('Was it not 2020?');
  await expect(comment.getByRole('button', { name: 'Show the passage “2019”' })).toBeVisible();
  await comment.getByRole('button', { name: 'Reply' }).click();
  await comment.getByRole('textbox', { name: 'Reply' }).fill('The decision is of 2019.');
  await comment.getByRole('button', { name: 'Reply' }).click();
  const comments = epu.aside.getByRole('article', { name: 'Comment by Drafter of EPU' });
  await expect(comments).toContainText('The decision is of 2019.');
  await comments.getByRole('button', { name: 'Resolve' }).click();
  await expect(moh.aside.getByRole('checkbox', { name: '1 resolved thread' })).toBeVisible();

  await mampu.aside.getByRole('button', { name: 'Comment on the question' }).click();
  await mampu.aside.getByRole('radio', { name: 'Query' }).check();
  await expect(mampu.aside.getByRole('combobox', { name: 'To' })).toHaveValue(/./);
  await mampu.aside.getByRole('textbox', { name: 'Your comment' }).fill('Which ministries?');
  await mampu.aside.getByRole('button', { name: 'Ask' }).click();
  await expect(moh.aside.getByRole('article', { name: 'Query by Coordinator of MAMPU' })).toContainText('to Ministry of Health');
});

test('each agency clears the exact text, an edit makes it stale, and acceptance waits for both', async ({ people }) => {
  const [first, second, third, fourth] = await Promise.all([
    people.enters(site(), 'Clearing officer of MOH', question),
    people.enters(site(), 'Clearing officer of EPU', question),
    people.enters(site(), 'Drafter of EPU', question),
    people.enters(site(), 'Coordinator of MAMPU', question),
  ]);
  const [moh, epu, drafter, mampu] = [first, second, third, fourth].map((page) => new QuestionScreen(page)) as [
    QuestionScreen,
    QuestionScreen,
    QuestionScreen,
    QuestionScreen,
  ];
  // While a query waits for the ministry, answering it is its next step; it may clear all the same.
  await expect(moh.bar.getByRole('button', { name: 'Answer the query' })).toBeVisible();
  await moh.decidesOtherwise('Clear for MOH');
  await expect(mampu.bar).toContainText('Cleared 1 of 2');
  await expect(mampu.bar).toContainText('Cleared by MOH. Waits for the clearance of EPU.');
  await drafter.types(' in all states');
  await drafter.isSaved();
  await expect(moh.text).toContainText('in all states');
  await expect(mampu.bar).toContainText('Changed since MOH cleared it.');
  await expect(mampu.bar).toContainText('Ready to clear');
  await moh.bar.getByRole('button', { name: 'More decisions' }).click();
  await moh.page.getByRole('menuitem', { name: 'Clear for MOH' }).click();
  await expect(moh.dialog.getByRole('region', { name: 'The text that you decide on' })).toContainText('in all states');
  await expect(moh.dialog.getByRole('region', { name: /^Changed since your agency cleared it/ }).getByRole('insertion')).toContainText(
    'in all states',
  );
  await moh.dialog.getByRole('button', { name: 'Clear for MOH' }).click();
  await expect(moh.dialog).toHaveCount(0);
  await expect(epu.text).toContainText('in all states');
  await epu.decides('Clear for EPU');
  await expect(mampu.bar).toContainText('Cleared');

  await expect(mampu.bar.getByRole('button', { name: 'Accept answer' })).toHaveAccessibleDescription(/A query is still open/);
  const query = mampu.aside.getByRole('article', { name: 'Query by Coordinator of MAMPU' });
  await query.getByRole('button', { name: 'Close query' }).click();
  await expect(drafter.text).toBeEditable();
  await mampu.decides('Accept answer');
  await expect(drafter.page.getByText('Accepted: this text can’t be changed.')).toBeVisible();
  await drafter.isReadOnly();
  await expect(moh.bar).toContainText('Accepted by Coordinator of MAMPU');

  await mampu.takesBack('Reopen answer', 'Something is missing', 'Name the working group.');
  await expect(drafter.text).toBeEditable();
  await drafter.types(', led by the working group');
  await drafter.isSaved();
  await expect(moh.text).toContainText('led by the working group');
  await moh.decides('Clear for MOH');
  await mampu.takesBack('Return to drafting', 'It is not clear', 'Which working group?');
  await expect(moh.bar).toContainText('Waits for the clearance of MOH, EPU.');
  for (const screen of [moh, drafter]) {
    const banner = screen.page.getByRole('status').filter({ hasText: 'Coordinator of MAMPU returned this answer' });
    await expect(banner).toContainText('It is not clear. “Which working group?”');
    await expect(screen.bar.getByRole('button', { name: 'Revise the answer' })).toBeVisible();
  }
  await moh.aside.getByRole('tab', { name: 'History' }).click();
  await expect(moh.aside).toContainText('returned the answer to drafting');
  await expect(moh.aside).toContainText('Which working group?');
  await drafter.types(' on digital government');
  await drafter.isSaved();
  for (const screen of [moh, epu]) await expect(screen.text).toContainText('on digital government');
  await moh.decides('Clear for MOH');
  await epu.decides('Clear for EPU');
  await mampu.decides('Accept answer');
  await expect(drafter.bar).toContainText('Accepted by Coordinator of MAMPU');
});

test('the respondent approves exactly what is shown, and the files can be checked without the server', async ({ people }, info) => {
  await acceptTheRest(site());
  const page = await people.enters(site(), 'Authorized respondent of MAMPU');
  await page.getByRole('link', { name: 'Approve the round' }).click();
  const approve = page.getByRole('button', { name: 'Approve the round' });
  await expect(approve).toHaveAccessibleDescription('Confirm the ticks of your statements first.');
  await expect(page.getByText('All 45 questions are accepted')).toBeVisible();
  const statement = page.getByRole('region', { name: 'Please select whichever applies' });
  await statement.getByRole('checkbox', { name: /authorized and fully knowledgeable/ }).check();
  await expect(statement.getByRole('status')).toHaveText('Saved');
  await page
    .getByRole('region', { name: /^I\/We authorize UN DESA to publish/ })
    .getByRole('radio', { name: 'Yes' })
    .check();
  await expect(approve).toHaveAccessibleDescription('Confirm who you are first.');
  await page.getByLabel('Your password').fill('not the password');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByText('That is not your password. Nothing was signed. Try again.')).toBeVisible();
  await page.getByLabel('Your password').fill(demoPassword);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByText('You confirmed who you are.')).toBeVisible();
  const signed = 'I, Authorized respondent of MAMPU, Director, approve the answers of Malaysia in "Malaysia, MSQ 2022" exactly as shown.';
  await expect(page.getByRole('blockquote').filter({ hasText: signed })).toContainText('☒ Yes');
  await approve.click();
  await expect(page.getByRole('heading', { name: 'The round is approved' })).toBeFocused();
  await expect(page.getByRole('blockquote').filter({ hasText: signed })).toBeVisible();

  const saved = async (name: string) => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: new RegExp(`^Download: ${name}`) }).click();
    const file = info.outputPath((await downloading).suggestedFilename());
    await (await downloading).saveAs(file);
    return file;
  };
  expect((await readFile(await saved('Word'))).subarray(0, 2).toString()).toBe('PK');
  expect(await readFile(await saved('Markdown'), 'utf8')).toContain('Malaysia leads the working group on health records');
  const record = await saved('Record');
  const holds = runChancery(['verify', record], {});
  expect([await holds.ended, holds.output.stdout]).toEqual([0, expect.stringContaining('holds')]);
  await writeFile(record, (await readFile(record, 'utf8')).replaceAll('on health records', 'on other records'));
  const broken = runChancery(['verify', record], {});
  expect([await broken.ended, broken.output.stdout]).toEqual([1, expect.stringContaining('The answer to question "43" was changed')]);
});

test('a coordinator records the sending with its day, channel and addressee, once the words were read', async ({ people }) => {
  const page = await people.enters(site(), 'Coordinator of MAMPU', '/approval');
  await page.getByRole('button', { name: 'Check and record…' }).click();
  await expect(page.getByLabel('Sent to')).toHaveAccessibleDescription(/Say to whom the form was sent\./);
  await page.getByLabel('Sent to').fill('UN DESA');
  await page.getByRole('combobox', { name: 'Sent', exact: true }).selectOption('Through a portal');
  await page.getByLabel('Receipt or note (optional)').fill('Receipt 14/2.');
  await page.getByRole('button', { name: 'Check and record…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record the sending' });
  await expect(dialog).toContainText(/The form was sent to UN DESA through a portal on \d{4}-\d{2}-\d{2}\. Receipt 14\/2\./);
  await dialog.getByRole('button', { name: 'Record the sending' }).click();
  await expect(page.getByText('The sending was recorded on')).toBeVisible();
});

test('a sealed answer that is reopened makes the approval void, for everybody to see', async ({ people }) => {
  const [first, second] = await Promise.all([
    people.enters(site(), 'Coordinator of MAMPU', question),
    people.enters(site(), 'Authorized respondent of MAMPU', '/approval'),
  ]);
  const mampu = new QuestionScreen(first);
  await expect(mampu.bar).toContainText('Sealed');
  await mampu.bar.getByRole('button', { name: 'More decisions' }).click();
  await first.getByRole('menuitem', { name: 'Reopen answer' }).click();
  await expect(mampu.dialog.getByRole('alert')).toContainText('Reopening this answer makes the approval void');
  await mampu.dialog.getByRole('radio', { name: 'It is out of date' }).check();
  await mampu.dialog.getByRole('button', { name: 'Reopen answer' }).click();
  await expect(mampu.bar).toContainText('Ready to clear');
  await expect(mampu.text).toBeEditable();
  await expect(second.getByRole('alert').filter({ hasText: /The approval of .* is void/ })).toContainText('Coordinator of MAMPU reopened');
  await second.goto(demoRound);
  const voided = second.getByRole('alert').filter({ hasText: 'Coordinator of MAMPU reopened question 43' });
  await expect(voided).toContainText('The form was sent on');
  await first.goto(`${demoRound}/record`);
  await expect(first.getByRole('listitem').filter({ hasText: 'voided the approval of the round' })).toBeVisible();
});

function rowOf(page: Page) {
  return page.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: 'Select question 43' }) });
}

async function textOf(screen: QuestionScreen): Promise<string> {
  // The names beside carets are drawn into the text; they are no part of it.
  return screen.text.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const widget of copy.querySelectorAll('[aria-hidden=true], .ProseMirror-widget')) widget.remove();
    return copy.textContent;
  });
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
