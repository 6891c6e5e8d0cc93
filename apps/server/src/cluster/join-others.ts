// Owns what makes this server one of several: its name, the bus, what it says and hears over it, and what it does while nobody can be heard.
import { randomUUID } from 'node:crypto';
import { answerOf, installationId, revisionsOf, type Store } from '@chancery/store';
import { type Clock, every } from '@chancery/sync';
import type { Logger } from 'pino';
import { applyRights } from '../decision/apply-rights.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { forwardNowhere, type LinkForwarder } from '../connection/link/link-forwarder.ts';
import { alone, type Cluster, joinCluster } from './cluster.ts';
import { hearingOf, readAnew } from './hearing.ts';
import { openLinkPost } from './link-post.ts';
import { openRedisBus, type RedisBus } from './redis-bus.ts';
import { lookEveryMs, RoundWatch } from './round-watch.ts';

/** While Redis is away, everybody reads anew this often what only the others would have told. */
const readAnewEveryMs = 10_000;

export interface Others {
  /** Name of this server among them, another one at every start. */
  readonly node: string;
  /** What carries messages to them; null for one server alone. */
  readonly bus: RedisBus | null;
  readonly cluster: Cluster;
  /** Follows decisions, this server's own and those of the others. */
  readonly watch: RoundWatch;
  /** The way to links over HTTP that another server holds. */
  readonly linkForwarder: LinkForwarder;
}

interface Joining {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Asked for only once somebody says something. */
  readonly context: () => Context;
}

/** Joins the other servers of this database where Redis is configured; one server alone otherwise. */
export async function joinOthers(joining: Joining): Promise<Others & AsyncDisposable> {
  const { config, store, clock, log, context } = joining;
  const node = randomUUID();
  await using opening = new AsyncDisposableStack();
  const watch = opening.use(new RoundWatch(watching(joining)));
  if (config.redisUrl === null) {
    const life = opening.move();
    return { node, bus: null, cluster: alone, watch, linkForwarder: forwardNowhere, [Symbol.asyncDispose]: () => life.disposeAsync() };
  }
  const changed = (isConnected: boolean, cause: unknown) =>
    isConnected ? log.info({ event: 'redis-connected' }) : log.warn({ event: 'redis-away', err: cause });
  const bus = opening.use(await openRedisBus({ url: config.redisUrl, installation: await installationId(store.read), node, changed }));
  const hearing = hearingOf(context);
  const isConnected = () => bus.isConnected;
  const cluster = opening.use(
    joinCluster({ bus: bus.channel('server'), node, clock, log, hearing, isConnected, lookedWithinMs: lookEveryMs + 200 }),
  );
  const take: LinkTaker = (up) => context().httpLinks.take(up);
  const linkForwarder = opening.use(
    openLinkPost({ node, clock, inbox: bus.channel(post(node)), send: (to, message) => bus.send(post(to), message), take }),
  );
  opening.use(every(clock, readAnewEveryMs, () => bus.isConnected || readAnew(context())));
  watch.begin();
  const life = opening.move();
  return { node, bus, cluster, watch, linkForwarder, [Symbol.asyncDispose]: () => life.disposeAsync() };
}

type LinkTaker = Parameters<typeof openLinkPost>[0]['take'];

/** The channel of one server alone. */
function post(node: string): string {
  return `post:${node}`;
}

function watching({ store, clock, log, context }: Joining): ConstructorParameters<typeof RoundWatch>[0] {
  return {
    clock,
    openRounds: () => [...context().hub.rounds(), ...[...context().rooms.presence().keys()].map((document) => answerOf(document).round)],
    revisionsOf: (rounds) => revisionsOf(store.read, rounds),
    rightsMoved: () => void (context().rights.version += 1),
    applyRights: (round) => applyRights(context(), round),
    found: (round) => context().hub.tellHere(round, { kind: 'round-changed' }),
    failed: (cause) => log.warn({ event: 'rounds-not-compared', err: cause }),
  };
}
