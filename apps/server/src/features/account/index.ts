// The endpoints of accounts: one's own, and for administrators those of everybody.
import type { ResponseOf } from '@chancery/contract';
import { checkDismissal, type PersonId } from '@chancery/domain';
import { type Account, endSignInsOf, failuresOf, holdAdministrators, pageOfAccounts, setAdministrator } from '@chancery/store';
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../http/implement.ts';
import { allowed, RefusalError } from '../../http/problem.ts';
import { closeSignIns } from '../../sign-in/end-sign-in.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';
import { disableAccount, enableAccount, knownPerson, makePersonalLink } from './change-account.ts';
import { serveOwnAccount } from './own-account.ts';

export { disableAccount, enableAccount, makePersonalLink } from './change-account.ts';

const pageSize = 50;

/** Serves accounts. */
export function serveAccounts(server: Server, context: Context): void {
  serveOwnAccount(server, context);
  implement(server, 'findAccounts', async ({ body, by }) => {
    checkAdministrator(by);
    const wanted = { text: body.text.trim(), offset: (body.page - 1) * pageSize, size: pageSize };
    const { accounts, total } = await pageOfAccounts(context.store.read, wanted);
    const failures = await failuresOf(
      context.store.read,
      accounts.map((it) => it.person.id),
    );
    return { accounts: accounts.map((it) => accountView(it, failures.get(it.person.id) ?? null)), total, pageSize };
  });
  implement(server, 'makeLink', async ({ params, by }) => makePersonalLink(context, params.person, administrator(by)));
  implement(server, 'disableAccount', async ({ params, body, by }) => {
    await disableAccount(context, params.person, administrator(by), body);
    return { ok: true };
  });
  implement(server, 'enableAccount', async ({ params, by }) => {
    await enableAccount(context, params.person, administrator(by));
    return { ok: true };
  });
  implement(server, 'endSignInsOf', async ({ params, by }) => {
    checkAdministrator(by);
    const ended = await context.store.transaction((tx) => endSignInsOf(tx, params.person));
    closeSignIns(context, ended, 'An administrator has ended your sign-ins.');
    return { ok: true };
  });
  implement(server, 'nameAdministrator', async ({ params, by }) => {
    checkAdministrator(by);
    await context.store.transaction(async (tx) => {
      const person = await knownPerson(tx, params.person);
      if (person.disabledAt !== null) throw new RefusalError({ code: 'account-disabled' });
      await setAdministrator(tx, params.person, true);
    });
    context.log.info({ event: 'administrator-named', person: params.person, by: by.person.id });
    return { ok: true };
  });
  implement(server, 'dismissAdministrator', async ({ params, by }) => {
    checkAdministrator(by);
    await dismiss(context, params.person, by);
    return { ok: true };
  });
}

/** With the sign-ins in which the person saw what administrators see. */
async function dismiss(context: Context, person: PersonId, by: SignedIn): Promise<void> {
  const ended = await context.store.transaction(async (tx) => {
    await knownPerson(tx, person);
    allowed(checkDismissal({ by: by.person.id, person, administrators: await holdAdministrators(tx) }));
    await setAdministrator(tx, person, false);
    return endSignInsOf(tx, person);
  });
  closeSignIns(context, ended, 'You are no longer an administrator. Sign in again.');
  context.log.info({ event: 'administrator-dismissed', person, by: by.person.id });
}

function administrator(by: SignedIn) {
  checkAdministrator(by);
  return { kind: 'administrator', author: by } as const;
}

function checkAdministrator({ person }: SignedIn): void {
  if (!person.isAdministrator) throw new RefusalError({ code: 'not-permitted' });
}

function accountView({ person, rounds }: Account, mailFailure: string | null): ResponseOf<'findAccounts'>['accounts'][number] {
  const { id, name, title, email, isAdministrator, lastSignInAt, hasPassword, disabledAt } = person;
  const state = disabledAt !== null ? 'disabled' : hasPassword ? 'active' : 'invited';
  return { person: id, name, title, email, state, isAdministrator, lastSignInAt, mailFailure, rounds: [...rounds] };
}
