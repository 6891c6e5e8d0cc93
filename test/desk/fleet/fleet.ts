// Several servers of one database and one Redis, each in a process of its own.
import { type House, openHouse } from '../house/house.ts';
import { serveApart, type Serving } from '../house/serving.ts';
import type { Way } from '../people/tab.ts';

export interface Fleet extends AsyncDisposable {
  /** With its people; its own server is the first of the fleet. */
  readonly house: House;
  /** Where each server is. */
  readonly urls: readonly string[];
  /** Stops one as an operator does, and starts it again at the same address. */
  restarts(at: number): Promise<void>;
  /** Ends one with `kill -9`. */
  kills(at: number): Promise<void>;
  startsAgain(at: number): Promise<void>;
}

export interface FleetOptions {
  readonly size: number;
  /** How the tabs of its people reach it. */
  readonly way?: Way;
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens servers on an empty PostgreSQL database. Disposing it fails when the log of one tells of a bug. */
export async function openFleet({ size, way = 'link', env = {} }: FleetOptions, redisUrl: string): Promise<Fleet> {
  await using opening = new AsyncDisposableStack();
  const house = opening.use(await openHouse('postgres', { isApart: true, way, env: { ...env, REDIS_URL: redisUrl } }));
  const others: Serving[] = [];
  const alarms: string[] = [];
  opening.defer(async () => {
    await Promise.all(others.map((it) => it.stop()));
    alarms.push(...others.flatMap((it) => it.alarms));
    if (alarms.length > 0) throw new Error(`the servers logged errors:\n${alarms.join('\n')}`);
  });
  for (let at = 1; at < size; at += 1) others.push(await serveApart({ ...house.env, PORT: '0' }));
  const urls = [house.url, ...others.map((it) => it.url)];
  const otherAt = (at: number): Serving => others[at - 1] ?? fail(`there is no server ${at}`);
  const startsAgain = async (at: number) => {
    if (at === 0) return house.startsAgain();
    alarms.push(...otherAt(at).alarms);
    others[at - 1] = await serveApart({ ...house.env, PORT: new URL(urls[at] ?? '').port });
  };
  const life = opening.move();
  return {
    house,
    urls,
    restarts: async (at) => {
      await (at === 0 ? house.stops() : otherAt(at).stop());
      await startsAgain(at);
    },
    kills: async (at) => (otherAt(at).kill ?? fail('this server lives in the process of the test'))(),
    startsAgain,
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  };
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
