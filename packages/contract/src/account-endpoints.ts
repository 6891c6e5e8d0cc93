// The schemas of the endpoints about signing in, one's own account, and the accounts of the installation.
import { z } from 'zod';
import { accountPage, signInView } from './account-view.ts';
import { email, instant, names, newPassword, personId, typedPassword } from './parts.ts';
import { none, nothing, type Shape } from './shape.ts';

const signedIn = z.object({
  person: z.object({ id: personId, name: z.string(), title: z.string(), email: z.string(), isAdministrator: z.boolean() }).nullable(),
  isDemo: z.boolean(),
  /** Links go to people by mail, and are shown to nobody. */
  sendsMail: z.boolean(),
});
const token = z.string().max(200);
const onPerson = z.object({ person: personId });

export const accountEndpoints = {
  readSession: { summary: 'Who is signed in', params: none, body: null, response: signedIn },
  signIn: { summary: 'Sign in', params: none, body: z.object({ email: z.string().max(200), password: typedPassword }), response: signedIn },
  signOut: { summary: 'Sign out and close the open documents', params: none, body: null, response: nothing },
  proveIdentity: {
    summary: 'Prove again who you are',
    params: none,
    body: z.object({ password: typedPassword }),
    response: z.object({ provenAt: instant }),
  },
  readInvitation: {
    summary: 'Look at a one-time link before using it',
    params: none,
    body: z.object({ token }),
    response: z.object({
      email: z.string(),
      name: z.string(),
      title: z.string(),
      /** False where nobody has entered a name yet: an administrator's account that a command made. */
      isNamed: z.boolean(),
      /** Of somebody who has no password yet, or of somebody who has one. */
      purpose: z.enum(['invitation', 'password']),
      /** Words of which the password must not be made. */
      telling: z.array(z.string()),
    }),
  },
  useInvitation: {
    summary: 'Choose a password with a one-time link, and sign in',
    params: none,
    /** `name` and `title` count only where nobody has entered a name yet: nobody chooses how they are printed. */
    body: z.object({ token, password: newPassword, name: names.name.optional(), title: names.title.optional() }),
    response: signedIn,
  },
  requestPasswordLink: {
    summary: 'Ask for a link to choose a new password; the answer says nothing about who has an account',
    params: none,
    body: z.object({ email }),
    response: nothing,
  },

  readAccount: {
    summary: 'My account: my sign-ins',
    params: none,
    body: null,
    response: z.object({ signIns: z.array(signInView), telling: z.array(z.string()) }),
  },
  changePassword: {
    summary: 'Change my password; my other sign-ins end',
    params: none,
    body: z.object({ present: typedPassword, password: newPassword }),
    response: nothing,
  },
  endSignIn: { summary: 'End one of my sign-ins', params: z.object({ signIn: z.string().max(100) }), body: null, response: nothing },
  endOtherSignIns: { summary: 'End all of my sign-ins but this one', params: none, body: null, response: nothing },

  findAccounts: {
    summary: 'Accounts of the installation, page by page (administrator)',
    params: none,
    body: z.object({ text: z.string().max(200), page: z.number().int().min(1).max(10_000) }),
    response: accountPage,
  },
  makeLink: {
    summary: 'Make a one-time link by which a person chooses a password (administrator)',
    params: onPerson,
    body: null,
    /** The link where no mail is sent; otherwise the address that it goes to. */
    response: z.object({ link: z.string().nullable(), sentTo: z.string().nullable() }),
  },
  disableAccount: {
    summary: 'Disable an account; its sign-ins end (administrator)',
    params: onPerson,
    /** `evenLastCoordinator`: rounds may stay without a coordinator who can sign in. */
    body: z.object({ evenLastCoordinator: z.boolean() }),
    response: nothing,
  },
  enableAccount: { summary: 'Give a disabled account back (administrator)', params: onPerson, body: null, response: nothing },
  endSignInsOf: { summary: 'End all sign-ins of a person (administrator)', params: onPerson, body: null, response: nothing },
  nameAdministrator: { summary: 'Make a person an administrator (administrator)', params: onPerson, body: null, response: nothing },
  dismissAdministrator: {
    summary: 'Take the office of an administrator back (administrator)',
    params: onPerson,
    body: null,
    response: nothing,
  },
} as const satisfies Record<string, Shape>;
