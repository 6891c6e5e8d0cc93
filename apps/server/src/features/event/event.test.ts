// Proves that streams of events are bounded, and that a request that reads none leaves none behind.
import type { Problem } from '@chancery/contract';
import { asId } from '@chancery/domain';
import { expect, it } from 'vitest';
import { demoRound, openApp } from '../../testing/open-app.ts';

const path = `/api/rounds/${demoRound}/events`;

it('a sign-in listens in as many windows as people have, a person with several sign-ins in some more, and none beyond', async () => {
  await using app = await openApp();
  const listens = async (cookie: string, times: number) => Promise.all(Array.from({ length: times }, () => app.ask(path, { cookie })));
  const isOpen = (stream: Response) => stream.status === 200;
  const first = await app.signIn('observer.mof');
  const streams = await listens(first, 43);
  const refused = streams.filter((it) => it.status === 429);
  expect(refused).toHaveLength(3);
  expect(((await refused[0]!.json()) as Problem).code).toBe('too-many-attempts');
  for (let signIn = 0; signIn < 3; signIn += 1) streams.push(...(await listens(await app.signIn('observer.mof'), 30)));
  expect(streams.filter(isOpen)).toHaveLength(100);
  expect((await listens(await app.signIn('drafter.moh'), 1)).filter(isOpen)).toHaveLength(1);
  await Promise.all(streams.filter(isOpen).map(async (it) => it.body?.cancel()));
  const [again] = await listens(first, 1);
  expect(again?.status).toBe(200);
  await again?.body?.cancel();
});

it('asking for the head of the stream opens none', async () => {
  await using app = await openApp();
  const cookie = await app.signIn('observer.mof');
  expect((await app.ask(path, { method: 'HEAD', cookie })).status).toBe(200);
  const { signIn } = (await app.context.signIns.find(cookie)) ?? {};
  expect(app.context.hub.countOf(signIn ?? '', asId(''))).toEqual({ ofSignIn: 0, ofPerson: 0 });
});
