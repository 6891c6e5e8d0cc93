// Proves accounts in the browser: a password changed and forgotten, sign-ins ended, and what an administrator does for somebody.
import type { Page } from '@playwright/test';
import { comesInByLink, openEmptyRound, password } from './invited.ts';
import { expect, siteOfThisFile, test } from './journey.ts';
import { linkOfAdministrator } from './site.ts';

test.describe.configure({ mode: 'serial' });
const site = siteOfThisFile({ isDemo: false });
const email = 'coordinator@example.org';
const other = 'seven green kettles sing';
const third = 'a lamp under the old bridge';

test('a person changes their password, is told before sending what is wrong with it, and ends a sign-in elsewhere', async ({ people }) => {
  const administrator = await people.comes(site());
  await comesInByLink(administrator, await linkOfAdministrator(site(), 'administrator@example.org'));
  const { coordinator } = await openEmptyRound(site(), 'administrator@example.org');
  const [page, elsewhere] = [await people.comes(site()), await people.comes(site())];
  await comesInByLink(page, coordinator);
  await entersWith(elsewhere, password);
  await opensAccount(page);
  const list = page.getByRole('list').filter({ hasText: 'This one' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list).toContainText('Chrome on Linux');
  await list.getByRole('button', { name: /^End the sign-in of .+ Chrome on Linux$/ }).click();
  await expect(page.getByText('The sign-in has ended.')).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await elsewhere.reload();
  await expect(elsewhere.getByRole('button', { name: 'Sign in' })).toBeVisible();

  const sent: string[] = [];
  page.on('request', (request) => void (request.url().endsWith('/api/account/password') && sent.push(request.method())));
  for (const [weak, sentence] of [
    ['kettle', /Add 6 more characters/],
    ['aaaaaaaaaaaa', /repeats itself/],
    ['leavemealone', /Many people have this password/],
    ['coordinator2024', /says little beyond what everybody knows of you/],
  ] as const) {
    await changes(page, password, weak);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByLabel('Your new password')).toBeFocused();
  }
  expect(sent).toEqual([]);
  await changes(page, 'not the present one', other);
  await expect(page.getByText('That is not your present password. Nothing was changed.')).toBeVisible();
  await changes(page, password, other);
  await expect(page.getByText('Your password was changed. Your other sign-ins have ended.')).toBeVisible();
  await entersWith(elsewhere, other);
});

test('a forgotten password is replaced with a link that an administrator makes, and every sign-in ends', async ({ people }) => {
  const [page, lost] = [await people.comes(site()), await people.comes(site())];
  await entersWith(page, other);
  await lost.goto('/sign-in');
  await lost.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(lost.getByText(/Ask an administrator of this installation for a link/)).toBeVisible();

  const administrator = await people.comes(site());
  await enters(administrator, 'administrator@example.org', password);
  await administrator.goto('/admin');
  await administrator.getByRole('link', { name: 'Accounts' }).click();
  await administrator.getByLabel('Find by name or e-mail address').fill('coordinator@');
  await expect(administrator.getByText('1 account', { exact: true })).toBeVisible();
  await act(administrator, 'Make a link to choose a password');
  await administrator.getByRole('button', { name: 'Make the link' }).click();
  const link = await administrator.getByLabel('One-time link').inputValue();
  await administrator.getByRole('button', { name: 'Done' }).click();

  const { pathname, hash } = new URL(link);
  await lost.goto(pathname + hash);
  await expect(lost.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await lost.getByLabel('New password').fill(third);
  await lost.getByLabel('The same password again').fill(third);
  await lost.getByRole('button', { name: 'Set password and enter' }).click();
  await expect(lost.getByRole('heading', { name: 'My rounds' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('an administrator disables an account, is warned of the round that it leads, and enables it again', async ({ people }) => {
  const [administrator, page] = [await people.comes(site()), await people.comes(site())];
  await entersWith(page, third);
  await enters(administrator, 'administrator@example.org', password);
  await administrator.goto('/admin/accounts');
  await act(administrator, 'Disable the account');
  await administrator.getByRole('dialog').getByRole('button', { name: 'Disable the account' }).click();
  await expect(administrator.getByText(/No other coordinator who can sign in is in Utopia, MSQ 2022/)).toBeVisible();
  await administrator.getByRole('button', { name: 'Disable all the same' }).click();
  await expect(administrator.getByRole('listitem').filter({ hasText: email })).toContainText('Disabled');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await act(administrator, 'Enable the account');
  await expect(administrator.getByText('Coordinator of MU can sign in again.')).toBeVisible();
  await entersWith(page, third);
});

async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions for Coordinator of MU' }).click();
  await page.getByRole('menuitem', { name }).click();
}

async function opensAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
}

async function changes(page: Page, present: string, chosen: string): Promise<void> {
  await page.getByLabel('Your present password').fill(present);
  await page.getByLabel('Your new password').fill(chosen);
  await page.getByLabel('The same password again').fill(chosen);
  await page.getByRole('button', { name: 'Change password' }).click();
}

function entersWith(page: Page, typed: string): Promise<void> {
  return enters(page, email, typed);
}

async function enters(page: Page, address: string, typed: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'My rounds' })).toBeVisible();
}
