// Proves that the page of people lets everybody in by the rules: who is named, who confirms, who invites, and what each of them is told.
import { comesInByLink } from './invited.ts';
import { demoRound, expect, siteOfThisFile, test } from './journey.ts';
import { administrator } from './site.ts';

const site = siteOfThisFile();
const agency = 'Ministry of Works';

test('an agency gets its first manager from a coordinator, an administrator confirms, and the manager lets its people in', async ({
  people,
}) => {
  const coordinator = await people.enters(site(), 'Coordinator of MAMPU', '/people');
  await coordinator.getByRole('button', { name: 'More actions' }).click();
  await coordinator.getByRole('menuitem', { name: 'Add an agency' }).click();
  await coordinator.getByLabel('Full name').fill(agency);
  await coordinator.getByLabel('Short name').fill('KKR');
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Add an agency' }).click();
  const card = (page: typeof coordinator) => page.getByRole('region', { name: new RegExp(agency) });
  await expect(card(coordinator)).toContainText('It has no manager yet');
  await card(coordinator).getByRole('button', { name: 'Name the first manager' }).click();
  await coordinator.getByLabel('E-mail address').fill('manager.kkr@example.org');
  await coordinator.getByLabel('Name', { exact: true }).fill('Manager of KKR');
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Name the first manager' }).click();
  const link = await coordinator.getByLabel('One-time link').inputValue();
  await coordinator.getByRole('button', { name: 'Done' }).click();
  await expect(card(coordinator)).toContainText('Named, waits for an administrator’s confirmation');
  await expect(card(coordinator).getByRole('button', { name: /^Confirm/ })).toHaveCount(0);

  const manager = await people.comes(site());
  await comesInByLink(manager, link);
  await expect(manager.getByText('named as Manager; waits for a confirmation')).toBeVisible();
  await manager.goto(`${demoRound}/people`);
  await expect(card(manager)).toContainText('Manager of KKR');
  await expect(card(manager).getByRole('button', { name: /^Invite/ })).toHaveCount(0);

  const head = await people.of(site(), administrator);
  await head.goto(demoRound);
  await head.getByRole('link', { name: /^Look and confirm/ }).click();
  await card(head)
    .getByRole('button', { name: /^Confirm/ })
    .click();
  await expect(head.getByRole('dialog')).toContainText('Named by Coordinator of MAMPU');
  await head.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
  await expect(card(head)).toContainText('Vouched for by Coordinator of MAMPU, confirmed by');

  await card(manager)
    .getByRole('button', { name: /^Invite/ })
    .click();
  const dialog = manager.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: /^Coordinator/ })).toBeDisabled();
  await expect(dialog.getByRole('checkbox', { name: /^Authorized respondent/ })).toBeDisabled();
  await dialog.getByLabel('E-mail address').fill('clearing.kkr@example.org');
  await dialog.getByLabel('Name', { exact: true }).fill('CIearing officer of MOH');
  await dialog.getByRole('checkbox', { name: /^Clearing officer/ }).check();
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(dialog).toContainText('looks like “Clearing officer of MOH”');
  await dialog.getByLabel('Name', { exact: true }).fill('Clearing officer of KKR');
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await manager.getByRole('button', { name: 'Done' }).click();
  await expect(card(manager)).toContainText('Vouched for by Manager of KKR');
});

test('a coordinator is shown why a ministry is not theirs to change, and has no way to do it', async ({ people }) => {
  const page = await people.enters(site(), 'Coordinator of MAMPU', '/people');
  await page.getByRole('button', { name: 'Actions for Clearing officer of MOH' }).click();
  for (const action of ['Change roles', 'Correct name or address', 'Remove from the round']) {
    await expect(page.getByRole('menuitem', { name: new RegExp(`^${action}`) })).toHaveAttribute('aria-disabled', 'true');
  }
  await expect(page.getByRole('menuitem', { name: /^Remove from the round/ })).toContainText('For a manager of the agency.');
});
