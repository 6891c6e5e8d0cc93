// The making of the context: store, engine, and what the parts share.
import { msq2022 } from '@chancery/questionnaires';
import { findSignIn, migrate, openStore, saveQuestionnaire, type Store } from '@chancery/store';
import { createRooms, createSystemClock } from '@chancery/sync';
import type { Logger } from 'pino';
import { AdmittedWriters } from '../connection/admitted-writers.ts';
import { Alarms } from '../upkeep/alarms.ts';
import { type Config, databaseLocationOf } from '../config.ts';
import { joinOthers } from '../cluster/join-others.ts';
import { Contents } from '../round/contents.ts';
import type { Context } from '../context.ts';
import { engineEvents } from './engine-events.ts';
import { Entrance } from '../connection/entrance.ts';
import { keepRefused, RefusedEditQueue } from '../features/answer/index.ts';
import { fenceAll } from '../decision/fence.ts';
import { LateEdits } from '../late-edit/late-edits.ts';
import { Hub } from '../round/hub.ts';
import { HttpLinks } from '../connection/link/http-links.ts';
import { LockKeeping } from '../upkeep/lock-keeping.ts';
import { Meters } from '../upkeep/metrics/meters.ts';
import { processFigures } from '../upkeep/metrics/process-figures.ts';
import { OpenSockets } from '../connection/open-sockets.ts';
import { RightsVersion } from '../round/rights-version.ts';
import { RoundStates } from '../round/round-state.ts';
import { addressReader } from '../http/client-address.ts';
import { PasswordWork } from '../sign-in/password.ts';
import { sessionCookie } from '../sign-in/session-cookie.ts';
import { createSignIns } from '../sign-in/sign-ins.ts';
import { Turnstile } from '../pacing/turnstile.ts';

/** What was accepted is in the log by then, or the log does not take it; a shutdown has five seconds in all. */
const flushWithinMs = 2_000;

/** Opens and migrates the database and starts the engine on it. Rejects with StoreOpenError. */
export async function openContext(config: Config, log: Logger): Promise<Context & AsyncDisposable> {
  await using opening = new AsyncDisposableStack();
  const alarms = new Alarms();
  const lock = new LockKeeping({ alarms, log });
  const exclusive = config.redisUrl === null ? true : 'shared';
  const store = opening.use(await openStore(databaseLocationOf(config), { exclusive, lockChanged: lock.changed }));
  await migrate(store);
  await store.transaction((tx) => saveQuestionnaire(tx, msq2022));
  const states = new RoundStates(store.read);
  await fenceAll({ states, store });
  const clock = createSystemClock();
  const others = opening.use(await joinOthers({ config, store, clock, log, here: () => context }));
  const hub = new Hub((message) => others.cluster.say(message));
  const meters = new Meters();
  const figures = opening.use(processFigures());
  const lateEdits = opening.use(new LateEdits());
  const refused = opening.use(
    new RefusedEditQueue(
      (answer, update) => keepRefused(context, answer, update),
      (answer, cause) => log.error({ event: 'proposal-not-kept', ...answer, err: cause }),
    ),
  );
  const listening = opening.use(engineEvents({ hub, alarms, log, clock, meters, keep: (answer, update) => refused.take(answer, update) }));
  const writers = opening.use(
    new AdmittedWriters({ store, clock, failed: (cause) => log.error({ event: 'admissions-not-kept', err: cause }) }),
  );
  const rooms = opening.use(
    createRooms({
      log: store.updateLog,
      clock,
      events: listening.events,
      limits: { disposeWithinMs: flushWithinMs },
      ...(others.engine === null ? {} : { cluster: others.engine }),
    }),
  );
  const life = opening.move();
  const context: Context & AsyncDisposable = {
    config,
    log,
    clock,
    store,
    rooms,
    hub,
    alarms,
    lateEdits,
    lock,
    meters,
    processFigures: figures,
    serverId: others.serverId,
    bus: others.bus,
    cluster: others.cluster,
    watch: others.watch,
    life: { isStopping: false, isDatabaseClosed: false },
    states,
    contents: new Contents({ rooms, read: store.read, clock, events: listening.events }),
    signIns: createSignIns(store, sessionCookie(config.publicUrl?.startsWith('https:') ?? false)),
    openSockets: new OpenSockets(),
    writers,
    entrance: new Entrance(),
    httpLinks: new HttpLinks(),
    linkForwarder: others.linkForwarder,
    addressOf: addressReader(config.trustedProxies),
    passwords: new PasswordWork(),
    turns: new Turnstile(5),
    rights: new RightsVersion(),
    isSignInAlive: (signIn) => isAlive(store, signIn),
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  };
  return context;
}

async function isAlive(store: Store, signIn: string): Promise<boolean> {
  const found = await findSignIn(store.read, signIn);
  return found !== null && found.expiresAt > Date.now();
}
