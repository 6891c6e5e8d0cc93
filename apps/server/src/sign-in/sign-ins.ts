// Sign-ins. Lucia makes, reads and prolongs them as its sessions; the database keeps only a hash of their id.
import { createHash } from 'node:crypto';
import type { Digest, Instant, PersonId } from '@chancery/domain';
import {
  deleteExpiredSignIns,
  endSignIn,
  endSignInsOf,
  extendSignIn,
  findPerson,
  findSignIn,
  now,
  type Person,
  signInsOf,
  type Store,
  startSignIn,
} from '@chancery/store';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';

declare module 'lucia' {
  interface Register {
    Lucia: SignIns['lucia'];
    UserId: PersonId;
    DatabaseSessionAttributes: Proof;
    DatabaseUserAttributes: { person: Person };
  }
}

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

interface Proof {
  readonly provenAt: Instant;
  readonly createdAt: Instant;
}

export interface SignIns {
  /** Value of the Set-Cookie header of a new sign-in. */
  begin(person: PersonId): Promise<string>;
  /** Who the cookie header speaks for; null for nobody. `renewal`: a Set-Cookie value when the sign-in was prolonged. */
  find(cookieHeader: string): Promise<{ signedIn: SignedIn; renewal: string | null } | null>;
  /** The same, as a read alone: what is asked without anybody's doing does not prolong the sign-in. */
  look(cookieHeader: string): Promise<SignedIn | null>;
  /** Ends the sign-in; the Set-Cookie value that removes the cookie. */
  end(cookieHeader: string): Promise<string>;
  removeExpired(): Promise<void>;
  readonly lucia: Lucia<Proof, { person: Person }>;
}

/** Sign-ins last 12 hours after their last use: a working day. Cookies are for HTTPS only where the site is. */
export function createSignIns(store: Store, isSecure: boolean): SignIns {
  const lucia = new Lucia(adapterOf(store), {
    sessionExpiresIn: new TimeSpan(12, 'h'),
    sessionCookie: { name: cookieName, expires: true, attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: ({ provenAt, createdAt }) => ({ provenAt, createdAt }),
    getUserAttributes: ({ person }) => ({ person }),
  });
  return {
    lucia,
    begin: async (person) => {
      const createdAt = await now(store.read);
      const session = await lucia.createSession(person, { provenAt: createdAt, createdAt });
      return lucia.createSessionCookie(session.id).serialize();
    },
    find: async (cookieHeader) => {
      const id = sessionIdIn(cookieHeader);
      if (id === null) return null;
      const { session, user } = await lucia.validateSession(id);
      if (session === null || user.person.disabledAt !== null) return null;
      const signedIn = signedInBy(id, user.person, session);
      return { signedIn, renewal: session.fresh ? lucia.createSessionCookie(id).serialize() : null };
    },
    look: async (cookieHeader) => {
      const id = sessionIdIn(cookieHeader);
      const session = id === null ? null : await findSignIn(store.read, hashToken(id));
      if (id === null || session === null || session.expiresAt <= Date.now()) return null;
      const person = await findPerson(store.read, session.person);
      return person === null || person.disabledAt !== null ? null : signedInBy(id, person, session);
    },
    end: async (cookieHeader) => {
      const id = sessionIdIn(cookieHeader);
      if (id !== null) await lucia.invalidateSession(id);
      return lucia.createBlankSessionCookie().serialize();
    },
    removeExpired: () => lucia.deleteExpiredSessions(),
  };
}

function signedInBy(id: string, person: Person, { provenAt, createdAt }: Proof): SignedIn {
  return { person, signIn: hashToken(id), provenAt, provenAgainAt: provenAt > createdAt ? provenAt : null };
}

const cookieName = 'chancery_session';

/** Lucia's own reader decodes all cookies of the site and throws at what a neighbour wrote into one of theirs. */
function sessionIdIn(cookieHeader: string): string | null {
  for (const cookie of cookieHeader.split(';')) {
    const [name, value] = cookie.trim().split('=');
    if (name === cookieName && value !== undefined && /^[a-z0-9]+$/.test(value)) return value;
  }
  return null;
}

/** How a secret token is kept: SHA-256, hexadecimal. Tokens have at least 120 random bits, so that no salt is needed. */
export function hashToken(token: string): Digest {
  return createHash('sha256').update(token).digest('hex') as Digest;
}

function adapterOf(store: Store): Adapter {
  const database = (id: string, found: Proof & { person: PersonId; expiresAt: Instant }): DatabaseSession => ({
    id,
    userId: found.person,
    expiresAt: new Date(found.expiresAt),
    attributes: { provenAt: found.provenAt, createdAt: found.createdAt },
  });
  return {
    getSessionAndUser: async (id) => {
      const session = await findSignIn(store.read, hashToken(id));
      const person = session === null ? null : await findPerson(store.read, session.person);
      if (session === null || person === null) return [null, null];
      return [database(id, session), { id: person.id, attributes: { person } }];
    },
    getUserSessions: async (person) => (await signInsOf(store.read, person)).map((it) => database(it.idHash, it)),
    setSession: async ({ id, userId, expiresAt, attributes }) => {
      await store.transaction((tx) =>
        startSignIn(tx, { idHash: hashToken(id), person: userId, expiresAt: expiresAt.getTime(), ...attributes }),
      );
    },
    updateSessionExpiration: (id, expiresAt) => store.transaction((tx) => extendSignIn(tx, hashToken(id), expiresAt.getTime())),
    deleteSession: (id) => store.transaction((tx) => endSignIn(tx, hashToken(id))),
    deleteUserSessions: (person) => store.transaction((tx) => endSignInsOf(tx, person)),
    deleteExpiredSessions: () => store.transaction(async (tx) => deleteExpiredSignIns(tx, await now(tx))),
  };
}
