// Proves that one person's exports are written one after the other, and that others do not wait for them.
import { expect, it } from 'vitest';
import { demoRound, openApp } from '../../testing/open-app.ts';

it('a person has a few exports under way, and everybody else theirs', async () => {
  await using app = await openApp();
  const [eager, other] = await Promise.all([app.signIn('observer.mof'), app.signIn('drafter.moh')]);
  const path = `/api/rounds/${demoRound}/export.md`;
  const exporting = Array.from({ length: 7 }, () => app.ask(path, { cookie: eager }));
  expect((await app.ask(path, { cookie: other })).status).toBe(200);
  const statuses = (await Promise.all(exporting)).map((it) => it.status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 200, 429, 429]);
});
