// The endpoints of signing in and out, proving who one is, and using an invitation.
import type { ResponseOf } from '@chancery/contract';
import {
  changePerson,
  endSignInsOf,
  findCredentials,
  findInvitation,
  findPerson,
  now,
  type Person,
  proveSignIn,
  setPassword,
  useInvitation,
} from '@chancery/store';
import type { Context } from '../../context.ts';
import { endSignIn } from '../../sign-in/end-sign-in.ts';
import { implement, implementOpen, type Server } from '../../http/implement.ts';
import { ProblemError } from '../../http/problem.ts';
import { hashToken } from '../../sign-in/sign-ins.ts';
import { hashPassword, isPassword } from './password.ts';
import { type AttemptKeys, checkAttempts, countFailure, forgetFailures } from './sign-in-limit.ts';

export { hashPassword } from './password.ts';

type View = ResponseOf<'readSession'>;

/** Serves sign-in, sign-out, proof of identity and invitations. */
export function serveSignIn(server: Server, context: Context): void {
  implementOpen(server, 'readSession', async ({ by }) => view(context, by?.person ?? null));
  implementOpen(server, 'signIn', async ({ body, http }) => {
    const person = await checkPassword(context, body, http.get('address'));
    http.header('set-cookie', await context.signIns.begin(person.id));
    return view(context, person);
  });
  implementOpen(server, 'signOut', async ({ by, http }) => {
    http.header('set-cookie', await context.signIns.end(http.req.header('cookie') ?? ''));
    if (by !== null) endSignIn(context, by.signIn, 'You have signed out.');
    return { ok: true };
  });
  implement(server, 'proveIdentity', async ({ body, by, http }) => {
    await checkPassword(context, { email: by.person.email, password: body.password }, http.get('address'));
    const provenAt = await context.store.transaction(async (tx) => {
      const at = await now(tx);
      await proveSignIn(tx, by.signIn, at);
      return at;
    });
    return { provenAt };
  });
  serveInvitations(server, context);
}

function serveInvitations(server: Server, context: Context): void {
  implementOpen(server, 'readInvitation', async ({ body }) => {
    const { email, name, title } = await invitedPerson(context, body.token);
    return { email, name, title };
  });
  implementOpen(server, 'useInvitation', async ({ body, http }) => {
    // Before the costly hash: anybody may call this.
    await invitedPerson(context, body.token);
    const hash = await hashPassword(body.password);
    const person = await context.store.transaction(async (tx) => {
      const id = await useInvitation(tx, hashToken(body.token), await now(tx));
      if (id === null) throw linkUsed();
      await changePerson(tx, id, { name: body.name, title: body.title });
      await setPassword(tx, id, hash);
      await endSignInsOf(tx, id);
      return findPerson(tx, id);
    });
    if (person === null) throw linkUsed();
    http.header('set-cookie', await context.signIns.begin(person.id));
    return view(context, person);
  });
}

async function invitedPerson(context: Context, token: string): Promise<Person> {
  const { read } = context.store;
  const invitation = await findInvitation(read, hashToken(token));
  const isGood = invitation !== null && invitation.usedAt === null && invitation.expiresAt > (await now(read));
  const person = isGood ? await findPerson(read, invitation.person) : null;
  if (person === null) throw linkUsed();
  return person;
}

function linkUsed(): ProblemError {
  return new ProblemError('link-used', 'This link has been used, or is too old. Ask the person who invited you for a new one.');
}

/** One attempt at a time for an address and for an account, so that no burst gets past the limit. */
async function checkPassword(context: Context, given: { email: string; password: string }, address: string): Promise<Person> {
  const account = given.email.trim().toLowerCase();
  const passed = await context.signInTurns.pass(`address:${address}`, () =>
    context.signInTurns.pass(`account:${account}`, () => checkPasswordInTurn(context, given, { account, address })),
  );
  if (passed === null || passed.value === null)
    throw new ProblemError(
      { code: 'too-many-attempts', retryAfter: 60 },
      'Many people are signing in from your network at this moment. Try again in a minute.',
    );
  return passed.value.value;
}

/** The same sentence and about the same time whether the account exists or not. */
async function checkPasswordInTurn(context: Context, { password }: { password: string }, keys: AttemptKeys): Promise<Person> {
  await checkAttempts(context.store, keys);
  const credentials = await findCredentials(context.store.read, keys.account);
  const isRight = await isPassword(password, credentials?.passwordHash ?? null);
  if (!isRight || credentials === null || credentials.person.disabledAt !== null) {
    await countFailure(context.store, keys);
    throw new ProblemError('wrong-password', 'The e-mail address or the password is wrong. Check both and try again.');
  }
  await forgetFailures(context.store, keys.account);
  return credentials.person;
}

function view(context: Context, person: Person | null): View {
  if (person === null) return { person: null, isDemo: context.config.isDemo };
  const { id, name, title, email, isAdministrator } = person;
  return { person: { id, name, title, email, isAdministrator }, isDemo: context.config.isDemo };
}
