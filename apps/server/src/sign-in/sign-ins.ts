// Sign-ins: how they begin, how long they last, and who a cookie speaks for. The database keeps only a hash of their id.
import { createHash, randomBytes } from 'node:crypto';
import type { Digest, Instant } from '@chancery/domain';
import {
  deleteExpiredSignIns,
  endSignIn,
  extendSignIn,
  findCredentials,
  findPerson,
  findSignIn,
  lockPerson,
  now,
  type Person,
  type SignIn,
  type Store,
  startSignIn,
} from '@chancery/store';
import type { SessionCookie } from './session-cookie.ts';

/** Somebody who is signed in, and with which sign-in. */
export interface SignedIn {
  readonly person: Person;
  /** Hash of the id of the sign-in. */
  readonly signIn: string;
  /** When this person last proved who they are, in this sign-in. */
  readonly provenAt: Instant;
  /** The same, when it was asked for again after the sign-in; null until then. */
  readonly provenAgainAt: Instant | null;
}

export interface SignIns {
  /**
   * Begins a sign-in for a browser that calls itself `agent`; the values of the Set-Cookie headers. Null when the account was disabled, or
   * its password changed, since `checkedHash` was checked (null: it was chosen just now): what ended every sign-in ends this one too.
   */
  begin(person: Person, agent: string | null, checkedHash: string | null): Promise<readonly string[] | null>;
  /** Who the cookie header speaks for; null for nobody. That somebody asks prolongs the sign-in. */
  find(cookieHeader: string): Promise<SignedIn | null>;
  /** The same, as a read alone: what is asked without anybody's doing does not prolong the sign-in. */
  look(cookieHeader: string): Promise<SignedIn | null>;
  /** Ends the sign-in, also one under an earlier name of the cookie; the Set-Cookie values that remove the cookies. */
  end(cookieHeader: string): Promise<readonly string[]>;
  removeExpired(): Promise<void>;
}

const hour = 60 * 60_000;
/** A sign-in lasts a working day at most, whatever is done in it, and ends when it is left alone. */
export const signInLasts = { longestMs: 12 * hour, unusedMs: 4 * hour } as const;
/** Its use is noted this often, and not at every request. */
const notedEveryMs = 5 * 60_000;
/** Of what a browser calls itself. */
const maxAgentLength = 300;

export function createSignIns(store: Store, cookie: SessionCookie): SignIns {
  const found = async (cookieHeader: string, isUse: boolean): Promise<SignedIn | null> => {
    const id = cookie.idIn(cookieHeader);
    const signIn = id === null ? null : await findSignIn(store.read, hashToken(id));
    if (signIn === null || signIn.expiresAt <= Date.now()) return null;
    const person = await findPerson(store.read, signIn.person);
    if (person === null || person.disabledAt !== null) return null;
    if (isUse) await noteUse(store, signIn);
    const { idHash, provenAt, createdAt } = signIn;
    return { person, signIn: idHash, provenAt, provenAgainAt: provenAt > createdAt ? provenAt : null };
  };
  return {
    begin: async (person, agent, checkedHash) => {
      const id = randomBytes(20).toString('hex');
      const hasBegun = await store.transaction(async (tx) => {
        await lockPerson(tx, person.id);
        const credentials = await findCredentials(tx, person.email);
        if (credentials === null || credentials.person.disabledAt !== null) return false;
        if (checkedHash !== null && checkedHash !== credentials.passwordHash) return false;
        const at = await now(tx);
        const times = { createdAt: at, provenAt: at, lastUsedAt: at, expiresAt: expiryOf(at, at) };
        await startSignIn(tx, { idHash: hashToken(id), person: person.id, agent: agent?.slice(0, maxAgentLength) ?? null, ...times });
        return true;
      });
      return hasBegun ? cookie.set(id, signInLasts.longestMs) : null;
    },
    find: (cookieHeader) => found(cookieHeader, true),
    look: (cookieHeader) => found(cookieHeader, false),
    end: async (cookieHeader) => {
      const ids = cookie.everyIdIn(cookieHeader);
      if (ids.length > 0)
        await store.transaction(async (tx) => {
          for (const id of ids) await endSignIn(tx, hashToken(id));
        });
      return cookie.remove();
    },
    removeExpired: () => store.transaction(async (tx) => deleteExpiredSignIns(tx, await now(tx))),
  };
}

async function noteUse(store: Store, { idHash, createdAt, lastUsedAt, expiresAt }: SignIn): Promise<void> {
  const here = Date.now();
  const isNoted = here - lastUsedAt < notedEveryMs && expiryOf(createdAt, here) - expiresAt < notedEveryMs;
  if (isNoted) return;
  await store.transaction(async (tx) => {
    const at = await now(tx);
    await extendSignIn(tx, idHash, { at, expiresAt: expiryOf(createdAt, at) });
  });
}

/** When a sign-in that began and was last used at these instants is over. */
function expiryOf(createdAt: Instant, usedAt: Instant): Instant {
  return Math.min(createdAt + signInLasts.longestMs, usedAt + signInLasts.unusedMs);
}

/** How a secret token is kept: SHA-256, hexadecimal. Tokens have at least 120 random bits, so that no salt is needed. */
export function hashToken(token: string): Digest {
  return createHash('sha256').update(token).digest('hex') as Digest;
}
