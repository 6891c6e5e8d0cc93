// What a new password must be, said before anything is sent. The server has the last word.
import { checkNewPassword, type CommonPasswords, commonPasswordsOf, type Refusal } from '@chancery/domain';

export type PasswordFault = Extract<Refusal, { readonly code: `password-${string}` }> | { readonly code: 'not-the-same' };

/** What is wrong with a password that was entered twice, or null. `telling`: words of which it must not be made. */
export function passwordFault(
  password: string,
  again: string,
  telling: readonly string[],
  common: CommonPasswords | null,
): PasswordFault | null {
  const checked = checkNewPassword(password, telling, common);
  if (!checked.ok) return checked.refusal as PasswordFault;
  return password === again ? null : { code: 'not-the-same' };
}

/** The passwords that many people have: a large list, loaded where a password is chosen; null when it does not come. */
export async function loadCommonPasswords(): Promise<CommonPasswords | null> {
  try {
    return commonPasswordsOf((await import('@chancery/domain/common-passwords.json')).default);
  } catch {
    return null; // the server knows them as well
  }
}
