// The bus of the tests: a queue for each server, of whatever its peers say on any channel; moved only when told, in order from each sender,
// and with losses when told.
import type { Bus } from '../ports.ts';

interface Stop {
  readonly queue: { readonly channel: string; readonly bytes: Uint8Array }[];
  readonly listeners: Map<string, Parameters<Bus['listen']>[0]>;
  isAway: boolean;
}

export class TestBus {
  private readonly stops = new Map<string, Stop>();

  /** A channel as one server sees it. */
  at(server: string, channel: string): Bus {
    const stop = this.stops.get(server) ?? { queue: [], listeners: new Map(), isAway: false };
    this.stops.set(server, stop);
    return {
      publish: (bytes) => {
        if (stop.isAway) return;
        for (const [other, { queue, isAway }] of this.stops) if (other !== server && !isAway) queue.push({ channel, bytes });
      },
      listen: (listener) => {
        stop.listeners.set(channel, listener);
        return { [Symbol.dispose]: () => stop.listeners.delete(channel) };
      },
    };
  }

  /** The server is gone without a word. */
  remove(server: string): void {
    this.stops.delete(server);
  }

  get isQuiet(): boolean {
    return [...this.stops.values()].every(({ queue }) => queue.length === 0);
  }

  /** Delivers the next message to one server; false when there is none. */
  step(server: string): boolean {
    const stop = this.stops.get(server);
    const next = stop?.queue.shift();
    if (next === undefined) return false;
    stop?.listeners.get(next.channel)?.message(next.bytes);
    return true;
  }

  deliver(): void {
    for (let moved = true; moved; ) moved = [...this.stops.keys()].some((server) => this.step(server));
  }

  /** Loses what is on its way to one server, without anybody being told. */
  lose(server: string): void {
    const queue = this.stops.get(server)?.queue;
    if (queue !== undefined) queue.length = 0;
  }

  /** Cuts a server off, its queue included; what it says meanwhile is lost too. */
  cut(server: string): void {
    const stop = this.stops.get(server);
    if (stop === undefined) return;
    stop.isAway = true;
    stop.queue.length = 0;
  }

  mend(server: string): void {
    const stop = this.stops.get(server);
    if (stop === undefined || !stop.isAway) return;
    stop.isAway = false;
    for (const listener of stop.listeners.values()) listener.lost();
  }
}
