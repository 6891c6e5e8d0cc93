// What a password must be. The server has the last word; this says it before anything is sent.

/** As the server's contract has it. */
export const passwordLength = { min: 12, max: 200 } as const;

export type PasswordFault =
  | { readonly code: 'too-short'; readonly missing: number }
  | { readonly code: 'too-long' }
  | { readonly code: 'not-the-same' };

/** What is wrong with a password that was entered twice, or null. */
export function passwordFault(password: string, again: string): PasswordFault | null {
  if (password.length < passwordLength.min) return { code: 'too-short', missing: passwordLength.min - password.length };
  if (password.length > passwordLength.max) return { code: 'too-long' };
  return password === again ? null : { code: 'not-the-same' };
}
