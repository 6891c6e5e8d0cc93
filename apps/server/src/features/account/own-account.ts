// The endpoints of one's own account: its sign-ins, and the change of its password.
import { endSignIn, endSignInsOf, now, setPassword, signInsOf } from '@chancery/store';
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../http/implement.ts';
import { ProblemError, RefusalError } from '../../http/problem.ts';
import { closeSignIns } from '../../sign-in/end-sign-in.ts';
import { signInLasts } from '../../sign-in/sign-ins.ts';
import { checkOwnPassword, hashNewPassword, wordsAgainst } from '../sign-in/index.ts';
import { deviceOf } from './device.ts';

export function serveOwnAccount(server: Server, context: Context): void {
  const { store } = context;
  implement(server, 'readAccount', async ({ by }) => {
    const at = await now(store.read);
    const signIns = (await signInsOf(store.read, by.person.id)).filter((it) => it.expiresAt > at);
    return {
      signIns: signIns
        .toSorted((a, b) => b.lastUsedAt - a.lastUsedAt)
        .map(({ idHash, createdAt, lastUsedAt, agent }) => ({
          id: idHash,
          begunAt: createdAt,
          lastUsedAt,
          endsAt: createdAt + signInLasts.longestMs,
          ...deviceOf(agent),
          isThisOne: idHash === by.signIn,
        })),
      telling: [...(await wordsAgainst(store.read, by.person))],
    };
  });
  implement(server, 'endSignIn', async ({ params, by }) => {
    await store.transaction(async (tx) => {
      const own = (await signInsOf(tx, by.person.id)).some((it) => it.idHash === params.signIn);
      if (!own) throw new ProblemError('not-found', 'There is no such sign-in of yours. It may have ended already.');
      await endSignIn(tx, params.signIn);
    });
    closeSignIns(context, [params.signIn], 'Your sign-in has ended.');
    return { ok: true };
  });
  implement(server, 'endOtherSignIns', async ({ by }) => {
    const ended = await store.transaction((tx) => endSignInsOf(tx, by.person.id, by.signIn));
    closeSignIns(context, ended, 'Your sign-in has ended.');
    return { ok: true };
  });
  implement(server, 'changePassword', async ({ body, by }) => {
    if (by.person.isDemo) throw new RefusalError({ code: 'demo-account' });
    await checkOwnPassword(context, by, body.present);
    const telling = await wordsAgainst(store.read, by.person);
    const hash = await hashNewPassword(context.passwords, { typed: body.password, telling, asker: by.signIn });
    const ended = await store.transaction(async (tx) => {
      await setPassword(tx, by.person.id, hash);
      return endSignInsOf(tx, by.person.id, by.signIn);
    });
    closeSignIns(context, ended, 'Your password was changed.');
    return { ok: true };
  });
}
