// What the bus has refused, as the log tells it: one line for all messages of an interval, however many there are.
import type { Logger } from 'pino';
import type { RedisBus } from './redis-bus.ts';

export class BusRefusals {
  readonly #bus: Pick<RedisBus, 'figures'>;
  readonly #log: Pick<Logger, 'warn'>;
  #told = 0;

  constructor(bus: Pick<RedisBus, 'figures'>, log: Pick<Logger, 'warn'>) {
    this.#bus = bus;
    this.#log = log;
  }

  /** Called once in an interval; true when something was refused since. */
  look(): boolean {
    const { refused } = this.#bus.figures;
    const messages = refused - this.#told;
    if (messages === 0) return false;
    this.#told = refused;
    this.#log.warn({ event: 'bus-messages-refused', messages });
    return true;
  }
}
