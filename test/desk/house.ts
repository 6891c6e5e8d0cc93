// Owns a server with its people: everybody of the cast has an account there, made as a real installation makes them.
import { createHash, randomBytes } from 'node:crypto';
import type { PersonId } from '@chancery/domain';
import { createInvitation, createPerson, migrate, openStore, type DatabaseLocation, saveQuestionnaire } from '@chancery/store';
import { administratorEmail, cast, housePassword, outsider } from './cast.ts';
import { type DatabaseKind, type EmptyDatabase, emptyDatabase } from './databases.ts';
import { openRound } from './opened-round.ts';
import { smallQuestionnaire } from './questionnaire.ts';
import { call, cookieFrom, type Visitor } from './request.ts';
import { serveApart, serveHere, type Serving } from './serving.ts';
import type { Way } from './tab.ts';

export interface House extends AsyncDisposable {
  readonly url: string;
  readonly administrator: Visitor;
  /** How its people's tabs reach the server. */
  readonly way: Way;
  /** Environment of its server. */
  readonly env: Readonly<Record<string, string>>;
  personOf(key: string): PersonId;
  /** Cookie of a session that all desks of the house share: checking a password takes long, on purpose. */
  sessionOf(email: string): Promise<string>;
  /** Stops the server as an operator does; the exit code of its process. */
  stops(): Promise<number>;
  /** Starts it again at the same address. */
  startsAgain(): Promise<void>;
  /** Both. */
  restarts(): Promise<void>;
  /** Ends the server with `kill -9`, and starts it again at the same address after `whileDown`. */
  isKilledAndStartsAgain(whileDown?: () => Promise<void>): Promise<void>;
}

export interface HouseOptions {
  /** True for a server that the test kills. */
  readonly isApart?: boolean;
  readonly way?: Way;
  /** True where the test takes the database away or spoils it: the server then logs errors, and should. */
  readonly provokesErrors?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens a server on an empty database, which disposing it removes. Disposing it fails when its log tells of a bug. */
export async function openHouse(
  database: DatabaseKind | EmptyDatabase,
  { isApart = false, way = 'link', provokesErrors = false, env: extra = {} }: HouseOptions = {},
): Promise<House> {
  await using opening = new AsyncDisposableStack();
  const { place, env: databaseEnv } = opening.use(typeof database === 'string' ? await emptyDatabase(database) : database);
  const token = await prepare(place);
  const serve = isApart ? serveApart : serveHere;
  const env = { ...databaseEnv, ...extra };
  let serving: Serving = await serve(env);
  const { url } = serving;
  const alarms: string[] = [];
  opening.defer(async () => {
    await serving.stop();
    alarms.push(...serving.alarms);
    if (alarms.length > 0 && !provokesErrors) throw new Error(`the server logged errors:\n${alarms.join('\n')}`);
  });
  const startAgain = async () => {
    alarms.push(...serving.alarms);
    serving = await serve({ ...env, PORT: new URL(url).port });
  };
  const given = { token, name: 'Administrator', title: '', password: housePassword };
  const administrator = { url, cookie: await cookieFrom(url, '/api/invitations/use', given) };
  const people = await inviteEverybody(administrator);
  const sessions = new Map<string, Promise<string>>();
  const life = opening.move();
  return {
    url,
    way,
    administrator,
    env: { ...env, PORT: new URL(url).port },
    personOf: (key) => people.get(key) ?? fail(`there is no ${key} in the cast`),
    sessionOf: (email) => {
      const session = sessions.get(email) ?? cookieFrom(url, '/api/session', { email, password: housePassword });
      sessions.set(email, session);
      return session;
    },
    stops: () => serving.stop(),
    startsAgain: startAgain,
    restarts: async () => {
      await serving.stop();
      await startAgain();
    },
    isKilledAndStartsAgain: async (whileDown) => {
      await (serving.kill ?? fail('this server lives in the process of the test'))();
      await whileDown?.();
      await startAgain();
    },
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  };
}

/** The small questionnaire and an invited administrator; the token of the invitation. */
async function prepare(place: DatabaseLocation): Promise<string> {
  await using store = await openStore(place);
  await migrate(store);
  const token = randomBytes(24).toString('base64url');
  await store.transaction(async (tx) => {
    await saveQuestionnaire(tx, smallQuestionnaire);
    const createdAt = await store.now(tx);
    const account = { email: administratorEmail, name: 'Administrator', title: '', isAdministrator: true, passwordHash: null, createdAt };
    const { id: person } = (await createPerson(tx, account)) ?? fail('the database was not empty');
    const tokenHash = createHash('sha256').update(token).digest('hex');
    await createInvitation(tx, { tokenHash, person, createdAt, expiresAt: createdAt + 60_000 });
  });
  return token;
}

/** Accounts for the whole cast, by a round of their own that no story is about. */
async function inviteEverybody(administrator: Visitor): Promise<ReadonlyMap<string, PersonId>> {
  const { round, agencies } = await openRound(administrator, { title: 'Elsewhere', reading: 'shared' });
  const invited: [string, PersonId, string][] = [];
  for (const { key, email, name, agency, roles } of [...cast, outsider]) {
    const body = { email, name, title: 'Officer', agency: agencies[agency], roles: [...roles] };
    const { person, invitation } = await call(administrator, 'addMember', { round }, body);
    invited.push([key, person, new URL(invitation ?? fail('no invitation')).hash.slice(1)]);
  }
  const names = new Map([...cast, outsider].map(({ key, name }) => [key, name]));
  const use = ([key, , token]: [string, PersonId, string]) =>
    call(
      { url: administrator.url, cookie: '' },
      'useInvitation',
      {},
      {
        token,
        name: names.get(key) ?? key,
        title: 'Officer',
        password: housePassword,
      },
    );
  await Promise.all(invited.map(use));
  return new Map(invited.map(([key, person]) => [key, person]));
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
