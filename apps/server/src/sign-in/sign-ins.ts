// Sign-ins: Lucia makes, reads and prolongs them as its sessions; how long they last, and who a cookie speaks for, is said here. The database
// keeps only a hash of their id.
import { createHash } from 'node:crypto';
import type { Digest, Instant, PersonId } from '@chancery/domain';
import {
  deleteExpiredSignIns,
  endSignIn,
  endSignInsOf,
  extendSignIn,
  findCredentials,
  findPerson,
  findSignIn,
  lockPerson,
  now,
  type Person,
  type SignIn,
  signInsOf,
  type Store,
  startSignIn,
} from '@chancery/store';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
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
  const lucia = new Lucia(adapterOf(store), {
    sessionExpiresIn: new TimeSpan(signInLasts.unusedMs, 'ms'),
    getSessionAttributes: ({ signIn }) => ({ signIn }),
    getUserAttributes: ({ person }) => ({ person }),
  });
  const signedInBy = (person: Person, { idHash, provenAt, createdAt }: SignIn): SignedIn => {
    return { person, signIn: idHash, provenAt, provenAgainAt: provenAt > createdAt ? provenAt : null };
  };
  return {
    begin: async (person, agent, checkedHash) => {
      const at = await now(store.read);
      const times = { createdAt: at, provenAt: at, lastUsedAt: at, expiresAt: expiryOf(at, at) };
      const signIn = { idHash: '', person: person.id, agent: agent?.slice(0, maxAgentLength) ?? null, ...times };
      try {
        const { id } = await lucia.createSession(person.id, { signIn, begunBy: { email: person.email, checkedHash } });
        return cookie.set(id, signInLasts.longestMs);
      } catch (cause) {
        if (cause instanceof RefusedSignInError) return null;
        throw cause;
      }
    },
    find: async (cookieHeader) => {
      const id = cookie.idIn(cookieHeader);
      if (id === null) return null;
      const { session, user } = await lucia.validateSession(id);
      if (session === null || user.person.disabledAt !== null) return null;
      await noteUse(store, session.signIn);
      return signedInBy(user.person, session.signIn);
    },
    look: async (cookieHeader) => {
      const id = cookie.idIn(cookieHeader);
      const signIn = id === null ? null : await findSignIn(store.read, hashToken(id));
      if (signIn === null || signIn.expiresAt <= Date.now()) return null;
      const person = await findPerson(store.read, signIn.person);
      return person === null || person.disabledAt !== null ? null : signedInBy(person, signIn);
    },
    end: async (cookieHeader) => {
      for (const id of cookie.everyIdIn(cookieHeader)) await lucia.invalidateSession(id);
      return cookie.remove();
    },
    removeExpired: () => lucia.deleteExpiredSessions(),
  };
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ signIn: SignIn }, { person: Person }>;
    UserId: PersonId;
    DatabaseSessionAttributes: KeptSession;
    DatabaseUserAttributes: { person: Person };
  }
}

interface KeptSession {
  readonly signIn: SignIn;
  /** Of a new one: the address, and the hash of the password that was checked. */
  readonly begunBy?: { readonly email: string; readonly checkedHash: string | null };
}

/** The account was disabled, or its password changed, while the password was checked. */
class RefusedSignInError extends Error {}

/** Lucia's sessions as rows of which only a hash of the id is kept. */
function adapterOf(store: Store): Adapter {
  const kept = (id: string, signIn: SignIn): DatabaseSession => ({
    id,
    userId: signIn.person,
    expiresAt: new Date(signIn.expiresAt),
    attributes: { signIn },
  });
  return {
    getSessionAndUser: async (id) => {
      const signIn = await findSignIn(store.read, hashToken(id));
      const person = signIn === null ? null : await findPerson(store.read, signIn.person);
      if (signIn === null || person === null) return [null, null];
      return [kept(id, signIn), { id: person.id, attributes: { person } }];
    },
    getUserSessions: async (person) => (await signInsOf(store.read, person)).map((it) => kept(it.idHash, it)),
    setSession: async ({ id, userId, attributes: { signIn, begunBy } }) => {
      await store.transaction(async (tx) => {
        await lockPerson(tx, userId);
        const credentials = begunBy === undefined ? null : await findCredentials(tx, begunBy.email);
        if (credentials === null || credentials.person.disabledAt !== null) throw new RefusedSignInError();
        const { checkedHash = null } = begunBy ?? {};
        if (checkedHash !== null && checkedHash !== credentials.passwordHash) throw new RefusedSignInError();
        await startSignIn(tx, { ...signIn, idHash: hashToken(id) });
      });
    },
    updateSessionExpiration: async (id) => {
      // Not to the instant that Lucia asks for: a working day is the longest, whatever is done in it.
      const signIn = await findSignIn(store.read, hashToken(id));
      if (signIn !== null) await noteUse(store, signIn);
    },
    deleteSession: (id) => store.transaction((tx) => endSignIn(tx, hashToken(id))),
    deleteUserSessions: async (person) => {
      await store.transaction((tx) => endSignInsOf(tx, person));
    },
    deleteExpiredSessions: () => store.transaction(async (tx) => deleteExpiredSignIns(tx, await now(tx))),
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
