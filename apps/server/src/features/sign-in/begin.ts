// The beginning of a sign-in, as the response tells it.
import type { ResponseOf } from '@chancery/contract';
import type { Credentials, Person } from '@chancery/store';
import type { Context as HonoContext } from 'hono';
import type { Context } from '../../context.ts';
import type { ServerEnv } from '../../http/implement.ts';
import { wrongPassword } from './check-password.ts';

/** Signs the person in with this response. `checkedHash`: of the password that was right a moment ago; null for one chosen just now. */
export async function begin(
  context: Context,
  http: HonoContext<ServerEnv>,
  { person, passwordHash: checkedHash }: Credentials,
): Promise<ResponseOf<'readSession'>> {
  const cookies = await context.signIns.begin(person, http.req.header('user-agent') ?? null, checkedHash);
  if (cookies === null) throw wrongPassword();
  setCookies(http, cookies);
  return sessionView(context, person);
}

export function setCookies(http: HonoContext<ServerEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) http.header('set-cookie', cookie, { append: true });
}

/** Who is signed in; null for nobody. */
export function sessionView({ config }: Context, person: Person | null): ResponseOf<'readSession'> {
  const shown =
    person === null ? null : (({ id, name, title, email, isAdministrator }) => ({ id, name, title, email, isAdministrator }))(person);
  return { person: shown, isDemo: config.isDemo, sendsMail: config.mail !== null };
}
