// What the server does when the engine reports: tell the screens, raise alarms, keep what could not enter an answer.
import { answerOf, type QuestionOfRound } from '@chancery/store';
import type { Clock, RefusedUpdate, RoomEvents } from '@chancery/sync';
import type { Logger } from 'pino';
import type { Alarms } from '../upkeep/alarms.ts';
import { presenceOf } from '../features/answer/index.ts';
import type { Meters } from '../upkeep/metrics/meters.ts';
import type { Hub } from '../round/hub.ts';
import { Throttle } from '../pacing/throttle.ts';

/** While somebody types, the overview hears of it this often. */
const answerChangedEveryMs = 1000;

export interface Listening {
  readonly hub: Hub;
  readonly alarms: Alarms;
  readonly log: Logger;
  readonly clock: Clock;
  readonly meters: Meters;
  readonly keep: (answer: QuestionOfRound, update: RefusedUpdate) => void;
}

/** The listeners of the engine; disposing drops what is still to be told. */
export function engineEvents({
  hub,
  alarms,
  log,
  clock,
  meters,
  keep,
}: Listening): { events: RoomEvents & Required<Pick<RoomEvents, 'alarm' | 'loaded'>> } & Disposable {
  const changed = new Throttle<string>(clock, answerChangedEveryMs, (document) => {
    const { round, question } = answerOf(document);
    hub.tellHere(round, { kind: 'answer-changed', question });
  });
  return {
    events: {
      loaded: (document) => alarms.clear(document),
      committed: (document) => {
        alarms.clear(document);
        changed.ask(document);
      },
      presenceChanged: (document, present) => {
        const { round, question } = answerOf(document);
        hub.tellHere(round, { kind: 'presence', question, present: present.map(presenceOf) });
      },
      failed: (cause) => log.error({ event: 'engine-failed', err: cause }),
      appended: (facts) => meters.appended(facts),
      closed: (_, code) => meters.closed(code),
      refused: (document, update) => {
        meters.refused(update.reason);
        keep(answerOf(document), update);
      },
      alarm: (document, cause) => {
        alarms.raise(document, `The answer document ${document} can't be read or saved at the moment.`);
        log.error({ event: 'document-alarm', document, err: cause });
      },
    },
    [Symbol.dispose]: () => changed[Symbol.dispose](),
  };
}
