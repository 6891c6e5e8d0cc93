// How people come to a site that is no demo: by a one-time link.
import { expect, type Page } from '@playwright/test';
import { call, cookieFrom, type Visitor } from '../desk/request.ts';
import type { Site } from './site.ts';

export const password = 'four words put together';

/** Sets a password on the page that a one-time link opens, and a name where nobody has entered one, and comes in. */
export async function comesInByLink(page: Page, link: string): Promise<void> {
  const { pathname, hash } = new URL(link);
  // The server was started on any free port, which its settings do not know.
  await page.goto(pathname + hash);
  // Of somebody who was invited it is there, and is not theirs to change.
  const name = page.getByLabel('Your name');
  await expect(name).toBeVisible();
  if (await name.isEditable()) await name.fill('An official');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('The same password again').fill(password);
  await page.getByRole('button', { name: 'Set password and enter' }).click();
  await expect(page.getByRole('heading', { name: 'My rounds' })).toBeVisible();
}

interface EmptyRound {
  readonly round: string;
  /** One-time link of its coordinator. */
  readonly coordinator: string;
}

/** A round of the UN's form without a word in it, as an administrator opens it. */
export async function openEmptyRound(site: Site, administrator: string): Promise<EmptyRound> {
  const visitor: Visitor = { url: site.url, cookie: await cookieFrom(site.url, '/api/session', { email: administrator, password }) };
  const leadAgency = { name: 'Modernisation Unit', shortName: 'MU' };
  const opening = { title: 'Utopia, MSQ 2022', country: 'Utopia', questionnaire: 'msq-2022', version: 1, reading: 'shared' as const };
  const { id: round } = await call(visitor, 'openRound', {}, { ...opening, dueDay: null, leadAgency });
  const { leadAgency: agency } = await call(visitor, 'readRound', { round });
  const body = { email: 'coordinator@example.org', name: 'Coordinator of MU', title: '', agency, roles: ['coordinator' as const] };
  const { invitation } = await call(visitor, 'addMember', { round }, body);
  return { round, coordinator: invitation! };
}
