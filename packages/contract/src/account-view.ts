// What crosses HTTP about accounts: one's own sign-ins, and the accounts of the installation.
import { z } from 'zod';
import { instant, personId, roundId } from './parts.ts';

/** What a browser says of itself, as far as it is known. */
export const browsers = ['chrome', 'edge', 'firefox', 'opera', 'safari', 'samsung'] as const;
export const systems = ['android', 'chrome-os', 'ios', 'linux', 'mac', 'windows'] as const;

export const signInView = z.object({
  id: z.string(),
  begunAt: instant,
  /** To some minutes. */
  lastUsedAt: instant,
  /** However much it is used. */
  endsAt: instant,
  browser: z.enum(browsers).nullable(),
  system: z.enum(systems).nullable(),
  isThisOne: z.boolean(),
});

const accountView = z.object({
  person: personId,
  name: z.string(),
  title: z.string(),
  email: z.string(),
  /** `invited`: has not set a password yet. */
  state: z.enum(['invited', 'active', 'disabled']),
  isAdministrator: z.boolean(),
  lastSignInAt: instant.nullable(),
  /** What the mail server said when the last mail to this person was given up; null when it was not. */
  mailFailure: z.string().nullable(),
  rounds: z.array(z.object({ id: roundId, title: z.string() })),
});

export const accountPage = z.object({
  accounts: z.array(accountView),
  /** On all pages. */
  total: z.number().int(),
  pageSize: z.number().int(),
});
