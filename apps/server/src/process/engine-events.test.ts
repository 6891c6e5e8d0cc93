// Proves that an alarm about a document lasts as long as its condition, and no longer.
import { createSystemClock } from '@chancery/sync';
import { expect, it } from 'vitest';
import { Alarms } from '../upkeep/alarms.ts';
import { engineEvents } from './engine-events.ts';
import { Meters } from '../upkeep/metrics/meters.ts';
import { Hub } from '../round/hub.ts';
import { createLog } from './log.ts';

const document = 'round/35';

function listening(alarms: Alarms) {
  const log = createLog({ write: () => {} });
  return engineEvents({ hub: new Hub(), alarms, log, clock: createSystemClock(), meters: new Meters(), keep: () => {} });
}

it.each(['loaded', 'committed'] as const)('an alarm about a document is over once the document is %s', (what) => {
  const alarms = new Alarms();
  using engine = listening(alarms);
  engine.events.alarm?.(document, new Error('the database is away'));
  engine.events.alarm?.('round/36', new Error('the database is away'));
  expect(alarms.list()).toHaveLength(2);
  engine.events[what]?.(document, 1);
  expect(alarms.list()).toEqual(["The answer document round/36 can't be read or saved at the moment."]);
});
