// The bus of the tests: explicit queues between servers, moved only when told, in order from each sender, and with losses when told.
import type { Bus } from '../ports.ts';

interface Stop {
  readonly queue: { readonly from: string; readonly bytes: Uint8Array }[];
  listener: Parameters<Bus['listen']>[0] | null;
  isAway: boolean;
}

export class TestBus {
  private readonly stops = new Map<string, Stop>();

  /** The bus as one server sees it. */
  at(server: string): Bus {
    const stop: Stop = { queue: [], listener: null, isAway: false };
    this.stops.set(server, stop);
    return {
      publish: (bytes) => {
        if (stop.isAway) return;
        for (const [other, { queue, isAway }] of this.stops) if (other !== server && !isAway) queue.push({ from: server, bytes });
      },
      listen: (listener) => {
        stop.listener = listener;
        return { [Symbol.dispose]: () => (stop.listener = null) };
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
    stop?.listener?.message(next.bytes);
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
    stop.listener?.lost();
  }
}
