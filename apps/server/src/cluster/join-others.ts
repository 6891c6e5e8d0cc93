// What makes this server one of several: its name, the bus, what it says and hears over it, and what it does while nobody can be heard.
import { randomUUID } from 'node:crypto';
import { answerOf, busKey, installationId, now, revisionsOf, type Store } from '@chancery/store';
import { type Bus, type Clock, every, ClusterMembership, type Rooms } from '@chancery/sync';
import type { Logger } from 'pino';
import type { HttpLinks } from '../connection/link/http-links.ts';
import { forwardNowhere, type LinkForwarder } from '../connection/link/link-forwarder.ts';
import { applyRights, type RightsHere } from '../decision/apply-rights.ts';
import { BusRefusals } from './bus/bus-refusals.ts';
import { alone, type Cluster, joinCluster } from './cluster.ts';
import { type HearingHere, hearingOf, readAgain } from './hearing.ts';
import type { Hub } from '../round/hub.ts';
import type { RightsVersion } from '../round/rights-version.ts';
import { openLinkPost } from './link-post.ts';
import { openRedisBus, type RedisBus } from './bus/redis-bus.ts';
import { lookEveryMs, RoundWatch } from './round-watch.ts';

/** While Redis is away, everybody reads again this often what only the others would have told. */
const readAgainEveryMs = 10_000;

export interface Others {
  /** Id of this server among them, another one at every start. */
  readonly serverId: string;
  /** What carries messages to them; null for one server alone. */
  readonly bus: RedisBus | null;
  readonly cluster: Cluster;
  /** The engine's way to its peers; null for one server alone. */
  readonly engine: { readonly bus: Bus; readonly membership: ClusterMembership } | null;
  /** Follows decisions, this server's own and those of the others. */
  readonly watch: RoundWatch;
  /** The way to links over HTTP that another server holds. */
  readonly linkForwarder: LinkForwarder;
}

/** What this server has open, which comes into being after the joining. */
interface Here extends HearingHere, RightsHere {
  readonly rights: RightsVersion;
  readonly hub: Hub;
  readonly rooms: Pick<Rooms, 'recheck' | 'presence'>;
  readonly httpLinks: HttpLinks;
}

interface Joining {
  readonly config: { readonly redisUrl: string | null };
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Asked for only once somebody says something. */
  readonly here: () => Here;
}

/** Joins the other servers of this database where Redis is configured; one server alone otherwise. */
export async function joinOthers(joining: Joining): Promise<Others & AsyncDisposable> {
  const { config, store, clock, log, here } = joining;
  const serverId = randomUUID();
  await using opening = new AsyncDisposableStack();
  const watch = opening.use(new RoundWatch(watching(joining)));
  if (config.redisUrl === null) {
    const life = opening.move();
    return {
      serverId,
      bus: null,
      cluster: alone,
      engine: null,
      watch,
      linkForwarder: forwardNowhere,
      [Symbol.asyncDispose]: () => life.disposeAsync(),
    };
  }
  const changed = (isConnected: boolean, cause: unknown) =>
    isConnected ? log.info({ event: 'redis-connected' }) : log.warn({ event: 'redis-away', err: cause });
  const bus = opening.use(
    await openRedisBus({
      url: config.redisUrl,
      installation: await installationId(store.read),
      serverId,
      key: await busKey(store),
      now: await commonTime(store, clock),
      changed,
    }),
  );
  const membership = opening.use(new ClusterMembership({ bus: bus.channel('members'), serverId, clock }));
  const hearing = hearingOf(here);
  const isConnected = () => bus.isConnected;
  const cluster = opening.use(
    joinCluster({ bus: bus.channel('server'), membership, clock, log, hearing, isConnected, lookedWithinMs: lookEveryMs + 200 }),
  );
  const take: LinkTaker = (up) => here().httpLinks.take(up);
  const linkForwarder = opening.use(
    openLinkPost({ serverId, clock, inbox: bus.channel(post(serverId)), send: (to, message) => bus.send(post(to), message), take }),
  );
  const refusals = new BusRefusals(bus, log);
  opening.use(
    every(clock, readAgainEveryMs, () => {
      // What was refused may be what another server said, with a key that is not ours.
      if (refusals.look() || !bus.isConnected) readAgain(here());
    }),
  );
  watch.begin();
  const engine = { bus: bus.channel('engine'), membership };
  const life = opening.move();
  return { serverId, bus, cluster, engine, watch, linkForwarder, [Symbol.asyncDispose]: () => life.disposeAsync() };
}

/** The database's time, as far as it differed from this server's when it started: all servers of it mean the same by now. */
async function commonTime(store: Store, clock: Clock): Promise<() => number> {
  const ahead = (await now(store.read)) - clock.now();
  return () => clock.now() + ahead;
}

type LinkTaker = Parameters<typeof openLinkPost>[0]['take'];

/** The channel of one server alone. */
function post(serverId: string): string {
  return `post:${serverId}`;
}

function watching({ store, clock, log, here }: Joining): ConstructorParameters<typeof RoundWatch>[0] {
  return {
    clock,
    openRounds: () => [...here().hub.rounds(), ...[...here().rooms.presence().keys()].map((document) => answerOf(document).round)],
    revisionsOf: (rounds) => revisionsOf(store.read, rounds),
    rightsMoved: () => here().rights.move(),
    applyRights: (round) => applyRights(here(), round),
    found: (round) => here().hub.tellHere(round, { kind: 'round-changed' }),
    failed: (cause) => log.warn({ event: 'rounds-not-compared', err: cause }),
  };
}
