// The endpoints of signing in and out, and proving who one is.
import { now, proveSignIn } from '@chancery/store';
import type { Context } from '../../context.ts';
import { implement, implementOpen, type Server } from '../../http/implement.ts';
import { closeSignIns } from '../../sign-in/end-sign-in.ts';
import { begin, sessionView, setCookies } from './begin.ts';
import { checkOwnPassword, checkPassword } from './check-password.ts';
import { serveLinks } from './links.ts';

export { checkOwnPassword } from './check-password.ts';
export { forgetOldPaces } from './sign-in-pace.ts';
export { hashNewPassword, wordsAgainst } from './new-password.ts';

/** Serves sign-in, sign-out, proof of identity and one-time links. */
export function serveSignIn(server: Server, context: Context): void {
  implementOpen(server, 'readSession', async ({ by }) => sessionView(context, by?.person ?? null));
  implementOpen(server, 'signIn', async ({ body, http }) => begin(context, http, await checkPassword(context, body, http.get('address'))));
  implementOpen(server, 'signOut', async ({ by, http }) => {
    setCookies(http, await context.signIns.end(http.req.header('cookie') ?? ''));
    if (by !== null) closeSignIns(context, [by.signIn], 'You have signed out.');
    return { ok: true };
  });
  implement(server, 'proveIdentity', async ({ body, by }) => {
    await checkOwnPassword(context, by, body.password);
    const provenAt = await context.store.transaction(async (tx) => {
      const at = await now(tx);
      await proveSignIn(tx, by.signIn, at);
      return at;
    });
    return { provenAt };
  });
  serveLinks(server, context);
}
