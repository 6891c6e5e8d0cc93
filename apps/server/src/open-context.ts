// Owns the making of the context: store, engine, and what listens to the engine.
import { asId, type QuestionId, type RoundId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { findSession, migrate, openStore, saveQuestionnaire, type Store } from '@chancery/store';
import { createRooms, createSystemClock, type Rooms } from '@chancery/sync';
import type { Logger } from 'pino';
import { Alarms } from './alarms.ts';
import type { Config } from './config.ts';
import { Contents } from './contents.ts';
import type { Context } from './context.ts';
import { presenceOf } from './features/answer/index.ts';
import { Hub } from './hub.ts';
import { OpenSockets } from './open-sockets.ts';
import { RoundStates } from './round-state.ts';
import { createSessions } from './session.ts';
import { Throttle } from './throttle.ts';

/** While somebody types, the overview hears of it this often. */
const answerChangedEveryMs = 1000;

/** Opens and migrates the database and starts the engine on it. Rejects with StoreOpenError. */
export async function openContext(config: Config, log: Logger): Promise<Context & AsyncDisposable> {
  await using opening = new AsyncDisposableStack();
  const store = opening.use(await openStore(placeOf(config), { exclusive: true }));
  await migrate(store);
  await store.transaction((tx) => saveQuestionnaire(tx, msq2022));
  const hub = new Hub();
  const alarms = new Alarms();
  const clock = createSystemClock();
  const changed = opening.use(
    new Throttle<string>(clock, answerChangedEveryMs, (document) =>
      tell(hub, document, (question) => ({ kind: 'answer-changed', question })),
    ),
  );
  const rooms: Rooms = opening.use(
    createRooms({
      log: store.updateLog,
      clock,
      events: {
        committed: (document) => {
          alarms.clear(document);
          changed.ask(document);
        },
        presenceChanged: (document, present) =>
          tell(hub, document, (question) => ({ kind: 'presence', question, present: present.map(presenceOf) })),
        alarm: (document, cause) => {
          alarms.raise(document, `The answer document ${document} has a problem.`);
          log.error({ event: 'document-alarm', document, err: cause });
        },
      },
    }),
  );
  const life = opening.move();
  return {
    config,
    log,
    clock,
    store,
    rooms,
    hub,
    alarms,
    states: new RoundStates(store.read),
    contents: new Contents(rooms, store.read),
    sessions: createSessions(store, config.publicUrl?.startsWith('https:') ?? false),
    openSockets: new OpenSockets(),
    rights: { version: 0 },
    isSessionAlive: (session) => isAlive(store, session),
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  };
}

function placeOf(config: Config): Parameters<typeof openStore>[0] {
  return config.databaseUrl === null ? { kind: 'sqlite', directory: config.dataDirectory } : { kind: 'postgres', url: config.databaseUrl };
}

/** Tells the round of a document what happened to its question. */
function tell(hub: Hub, document: string, event: (question: QuestionId) => Parameters<Hub['tell']>[1]): void {
  const [round, question] = document.split('/');
  if (round !== undefined && question !== undefined) hub.tell(asId<RoundId>(round), event(asId<QuestionId>(question)));
}

async function isAlive(store: Store, session: string): Promise<boolean> {
  const found = await findSession(store.read, session);
  return found !== null && found.expiresAt > Date.now();
}
