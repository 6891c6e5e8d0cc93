// A server with its people: everybody of the cast has an account there.
import type { PersonId } from '@chancery/domain';
import { administratorEmail, cast, housePassword, outsider } from '../cast.ts';
import { type DatabaseKind, type OwnDatabase, furnishedDatabase } from './databases.ts';
import { furnish, roundOfAll } from './furnish.ts';
import { call, cookieFrom, type Visitor } from '../request.ts';
import { serveApart, serveHere, type Serving } from './serving.ts';
import type { Way } from '../people/tab.ts';

export interface House extends AsyncDisposable {
  readonly url: string;
  readonly administrator: Visitor;
  /** How its people's tabs reach the server. */
  readonly way: Way;
  /** Environment of its server. */
  readonly env: Readonly<Record<string, string>>;
  personOf(key: string): PersonId;
  /** Cookie of a sign-in that all desks of the house share: checking a password takes long, on purpose. */
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

/**
 * Opens a server on a database of its own, or on an empty one that is given. Disposing it removes the
 * database, and fails when its log tells of a bug.
 */
export async function openHouse(
  database: DatabaseKind | OwnDatabase,
  { isApart = false, way = 'link', provokesErrors = false, env: extra = {} }: HouseOptions = {},
): Promise<House> {
  await using opening = new AsyncDisposableStack();
  const { env: databaseEnv } = opening.use(typeof database === 'string' ? await furnishedDatabase(database, furnish) : database);
  if (typeof database !== 'string') await furnish(database);
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
  const known = { email: administratorEmail, password: housePassword };
  const administrator = { url, cookie: await cookieFrom(url, '/api/session', known) };
  const people = await accountsOf(administrator);
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

/** The accounts of the cast, from the round that all of them are in. */
async function accountsOf(administrator: Visitor): Promise<ReadonlyMap<string, PersonId>> {
  const { rounds } = await call(administrator, 'listRounds', {});
  const { id: round } = rounds.find((it) => it.title === roundOfAll) ?? fail('the house is not furnished');
  const { people } = await call(administrator, 'readRound', { round });
  const idOf = (name: string) => people.find((it) => it.name === name)?.id ?? fail(`${name} has no account`);
  return new Map([...cast, outsider].map(({ key, name }) => [key, idOf(name)]));
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
