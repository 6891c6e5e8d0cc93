// The log: one line of JSON for each event.
import { type DestinationStream, type Logger, pino } from 'pino';

/** A log to stderr, or to wherever `destination` takes its lines. */
export function createLog(destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ name: 'chancery' }, destination);
}
