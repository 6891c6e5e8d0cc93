// Owns the bus of the tests: explicit queues between servers, moved only when told, in order from each sender, and with losses when told.
import type { Bus } from '../ports.ts';

interface Stop {
  readonly queue: { readonly from: string; readonly bytes: Uint8Array }[];
  listener: Parameters<Bus['listen']>[0] | null;
  isAway: boolean;
}

export class TestBus {
  private readonly stops = new Map<string, Stop>();

  /** The bus as one server sees it. */
  at(node: string): Bus {
    const stop: Stop = { queue: [], listener: null, isAway: false };
    this.stops.set(node, stop);
    return {
      publish: (bytes) => {
        if (stop.isAway) return;
        for (const [other, { queue, isAway }] of this.stops) if (other !== node && !isAway) queue.push({ from: node, bytes });
      },
      listen: (listener) => {
        stop.listener = listener;
        return { [Symbol.dispose]: () => (stop.listener = null) };
      },
    };
  }

  /** The server is gone without a word. */
  remove(node: string): void {
    this.stops.delete(node);
  }

  get isQuiet(): boolean {
    return [...this.stops.values()].every(({ queue }) => queue.length === 0);
  }

  /** Delivers the next message to one server; false when there is none. */
  step(node: string): boolean {
    const stop = this.stops.get(node);
    const next = stop?.queue.shift();
    if (next === undefined) return false;
    stop?.listener?.message(next.bytes);
    return true;
  }

  deliver(): void {
    for (let moved = true; moved; ) moved = [...this.stops.keys()].some((node) => this.step(node));
  }

  /** Loses what is on its way to one server, without anybody being told. */
  lose(node: string): void {
    const queue = this.stops.get(node)?.queue;
    if (queue !== undefined) queue.length = 0;
  }

  /** Cuts a server off, its queue included; what it says meanwhile is lost too. */
  cut(node: string): void {
    const stop = this.stops.get(node);
    if (stop === undefined) return;
    stop.isAway = true;
    stop.queue.length = 0;
  }

  mend(node: string): void {
    const stop = this.stops.get(node);
    if (stop === undefined || !stop.isAway) return;
    stop.isAway = false;
    stop.listener?.lost();
  }
}
