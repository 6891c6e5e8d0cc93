// Owns what makes this server one of several: the bus, what it does with what the others say, and what it does while they cannot be heard.
import { installationId, revisionsOf, type Store } from '@chancery/store';
import type { Clock } from '@chancery/sync';
import type { Logger } from 'pino';
import { applyRights } from '../apply-rights.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { endSessionHere } from '../end-session.ts';
import { answerOf } from '../engine-events.ts';
import { sweepSessions } from '../sweep-sessions.ts';
import { alone, type Cluster, type Hearing, joinCluster } from './cluster.ts';
import { openRedisBus, type RedisBus } from './redis-bus.ts';
import { lookEveryMs, RoundWatch } from './round-watch.ts';

/** While Redis is away, everybody reads anew this often what only the others would have told. */
const readAnewEveryMs = 10_000;

/** The bus of this installation; null where no Redis is configured. */
export async function openBus({ redisUrl }: Config, store: Store, { node, log }: { node: string; log: Logger }): Promise<RedisBus | null> {
  if (redisUrl === null) return null;
  return openRedisBus({
    url: redisUrl,
    installation: await installationId(store.read),
    node,
    changed: (isConnected, cause) => {
      if (isConnected) log.info({ event: 'redis-connected' });
      else log.warn({ event: 'redis-away', err: cause });
    },
  });
}

interface Joining {
  readonly bus: RedisBus | null;
  readonly node: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Asked for only once somebody says something. */
  readonly context: () => Context;
}

/** This server's place among the others. */
export function joinOthers({ bus, node, clock, log, context }: Joining): Cluster {
  if (bus === null) return alone;
  const cluster = joinCluster({
    bus: bus.channel('server'),
    node,
    clock,
    log,
    hearing: hearingOf(context),
    isConnected: () => bus.isConnected,
    lookedWithinMs: lookEveryMs + 200,
  });
  const away = setInterval(() => !bus.isConnected && readAnew(context()), readAnewEveryMs);
  away.unref();
  return {
    say: (word) => cluster.say(word),
    tellDecided: (decided) => cluster.tellDecided(decided),
    [Symbol.dispose]: () => {
      clearInterval(away);
      cluster[Symbol.dispose]();
    },
  };
}

function hearingOf(context: () => Context): Hearing {
  return {
    decided: (decided) => context().watch.follow(decided),
    told: (word) => {
      const { hub } = context();
      if (word.kind === 'told') hub.tellHere(word.round, word.event);
      else if (word.kind === 'told-person') hub.tellPersonHere(word.person, word.event);
      else endSessionHere(context(), word.session, 'You have signed out.');
    },
    lost: () => readAnew(context()),
  };
}

/** What was told meanwhile is not told again, so that everybody reads it and every sign-in is looked at. */
function readAnew(context: Context): void {
  context.hub.tellAllHere();
  sweepSessions(context).catch((cause: unknown) => context.log.warn({ event: 'session-sweep-failed', err: cause }));
}

/** The watch over the rounds that are open on this server; it looks into the database where there are other servers. */
export function watchRounds({ bus, clock, log, context }: Joining): RoundWatch {
  const watch = new RoundWatch({
    clock,
    openRounds: () => [...context().hub.rounds(), ...[...context().rooms.presence().keys()].map((document) => answerOf(document).round)],
    revisionsOf: (rounds) => revisionsOf(context().store.read, rounds),
    rightsMoved: () => void (context().rights.version += 1),
    applyRights: (round) => applyRights(context(), round),
    found: (round) => context().hub.tellHere(round, { kind: 'round-changed' }),
    failed: (cause) => log.warn({ event: 'rounds-not-compared', err: cause }),
  });
  return bus === null ? watch : watch.begin();
}
