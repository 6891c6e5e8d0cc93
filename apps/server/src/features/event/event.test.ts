// Proves that streams of events are bounded, and that a request that reads none leaves none behind.
import type { Problem } from '@chancery/contract';
import { expect, it } from 'vitest';
import { demoRound, openApp } from '../../testing/open-app.ts';

const path = `/api/rounds/${demoRound}/events`;

it('a sign-in listens in as many windows as people have, and no more', async () => {
  await using app = await openApp();
  const cookie = await app.signIn('observer.mof');
  const streams = await Promise.all(Array.from({ length: 103 }, () => app.ask(path, { cookie })));
  const refused = streams.filter((it) => it.status === 429);
  expect(refused).toHaveLength(3);
  expect(((await refused[0]!.json()) as Problem).code).toBe('too-many-attempts');
  await Promise.all(streams.filter((it) => it.status === 200).map(async (it) => it.body?.cancel()));
  const again = await app.ask(path, { cookie });
  expect(again.status).toBe(200);
  await again.body?.cancel();
});

it('asking for the head of the stream opens none', async () => {
  await using app = await openApp();
  const cookie = await app.signIn('observer.mof');
  expect((await app.ask(path, { method: 'HEAD', cookie })).status).toBe(200);
  const { signIn } = (await app.context.signIns.find(cookie)) ?? {};
  expect(app.context.hub.countOf(signIn ?? '')).toBe(0);
});
