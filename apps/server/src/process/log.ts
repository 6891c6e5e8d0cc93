// The log: one line of JSON for each event.
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config.ts';

/** A log to stderr, or to wherever `destination` takes its lines. */
export function createLog(destination: DestinationStream = pino.destination(2), level: LogLevel = 'info'): Logger {
  return pino({ name: 'chancery', level }, destination);
}
