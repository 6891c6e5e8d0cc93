// The endpoints of one-time links: looking at one, choosing a password with it, and asking for one when the password is forgotten.
import { countTry, findInvitation, findPerson, now, type Pace, type Person, waitOf, writeMail } from '@chancery/store';
import type { Context } from '../../context.ts';
import { networkOf } from '../../http/client-address.ts';
import { implementOpen, type ParsedBody, type Server } from '../../http/implement.ts';
import { ProblemError } from '../../http/problem.ts';
import { closeSignIns } from '../../sign-in/end-sign-in.ts';
import { purposeOf } from '../../sign-in/one-time-link.ts';
import { hashToken } from '../../sign-in/sign-ins.ts';
import { activate, isNamed } from '../people/index.ts';
import { begin } from './begin.ts';
import { hashNewPassword, wordsAgainst } from './new-password.ts';

/** Serves one-time links. */
export function serveLinks(server: Server, context: Context): void {
  implementOpen(server, 'readInvitation', async ({ body }) => {
    const person = await personOfLink(context, body.token);
    const { email, name, title } = person;
    return {
      email,
      name,
      title,
      isNamed: isNamed(person),
      purpose: purposeOf(person),
      telling: [...(await wordsAgainst(context.store.read, person))],
    };
  });
  implementOpen(server, 'useInvitation', async ({ body, http }) => {
    const person = await choosePassword(context, body, http.get('address'));
    return begin(context, http, { person, passwordHash: null });
  });
  implementOpen(server, 'requestPasswordLink', async ({ body, http }) => {
    if (context.config.mail === null)
      throw new ProblemError('not-found', 'This installation sends no mail. Ask an administrator for a link.');
    await askForLink(context, body.email.trim().toLowerCase(), networkOf(http.get('address')));
    return { ok: true };
  });
}

/** Sets the password and ends all sign-ins of before, with what is open in them. */
async function choosePassword(context: Context, body: ParsedBody<'useInvitation'>, address: string): Promise<Person> {
  const { store, passwords } = context;
  // Before the costly hash: anybody may call this.
  const known = await personOfLink(context, body.token);
  const telling = await wordsAgainst(store.read, { ...known, name: isNamed(known) ? known.name : (body.name ?? known.name) });
  const passwordHash = await hashNewPassword(passwords, { typed: body.password, telling, asker: networkOf(address) });
  const activated = await activate(context, { person: known, tokenHash: hashToken(body.token), passwordHash, chosen: body });
  if (activated === null) throw linkUsed();
  closeSignIns(context, activated.ended, 'Your password was changed.');
  return activated.person;
}

/** The person whom a link is for, while it can be used. */
async function personOfLink(context: Context, token: string): Promise<Person> {
  const { read } = context.store;
  const invitation = await findInvitation(read, hashToken(token));
  if (invitation === null || invitation.usedAt !== null || invitation.expiresAt <= (await now(read))) throw linkUsed();
  return openPerson(context, read, invitation.person);
}

async function openPerson(context: Context, db: Parameters<typeof findPerson>[0], id: Person['id']): Promise<Person> {
  const person = await findPerson(db, id);
  const isOpen = person !== null && person.disabledAt === null && (context.config.isDemo || !person.isDemo);
  if (!isOpen) throw linkUsed();
  return person;
}

function linkUsed(): ProblemError {
  return new ProblemError('link-used', 'This link has been used, or is too old. Ask for a new one.');
}

const minute = 60_000;
/** Of requests for a link, for one address and from one network: enough for somebody who does not find the first mail. */
const forOneAddress: Pace = { burst: 3, everyMs: 20 * minute };
const fromOneNetwork: Pace = { burst: 20, everyMs: 3 * minute };

/**
 * The same is done, and answered, whether anybody has that address: who has an account is found out when the mail is sent.
 * More mail than anybody needs is silently not written.
 */
async function askForLink(context: Context, email: string, network: string): Promise<void> {
  const wait = await context.store.transaction(async (tx) => {
    const at = await now(tx);
    const ofNetwork = await waitOf(tx, `link-from:${network}`, fromOneNetwork, at);
    if (ofNetwork > 0) return ofNetwork;
    await countTry(tx, `link-from:${network}`, fromOneNetwork, at);
    if ((await waitOf(tx, `link-for:${email}`, forOneAddress, at)) > 0) return 0;
    await countTry(tx, `link-for:${email}`, forOneAddress, at);
    await writeMail(tx, { to: { address: email }, kind: 'forgotten', details: {}, at });
    return 0;
  });
  if (wait > 0)
    throw new ProblemError(
      { code: 'too-many-attempts', retryAfter: Math.ceil(wait / 1000) },
      'Many links were asked for from your network. Try again in some minutes.',
    );
}
