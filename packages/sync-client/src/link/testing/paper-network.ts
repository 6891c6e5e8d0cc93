// A network on paper for the tests of a link: time that moves when told, and transports that do what the test says.
import { type ClientFrame, readClientFrame, type ServerFrame, writeFrame } from '@chancery/sync/link';
import { ManualClock } from '@chancery/sync/testing/manual-clock';
import { TabLink } from '../tab-link.ts';
import type { OpenTransport, TransportListener } from '../transport.ts';
import { type TabMemory, TransportChoice, type TransportName } from '../transport-choice.ts';

/** One attempt to have a transport, seen from the server. */
export class PaperLine {
  readonly way: TransportName;
  readonly heard: ClientFrame[] = [];
  isClosed = false;
  private readonly listener: TransportListener;

  constructor(way: TransportName, listener: TransportListener) {
    this.way = way;
    this.listener = listener;
  }

  says(...frames: readonly ServerFrame[]): void {
    for (const frame of frames) if (!this.isClosed) this.listener.received(writeFrame(frame));
  }

  welcomes(): void {
    this.says({ kind: 'welcome', link: 'paper' });
  }

  breaks(code = 1006): void {
    this.isClosed = true;
    this.listener.closed(code, '');
  }

  get opened(): readonly string[] {
    return this.heard.flatMap((frame) => (frame.kind === 'open' ? [`${frame.channel} ${frame.path}`] : []));
  }
}

export class PaperNetwork {
  readonly clock = new ManualClock();
  /** Every attempt so far. */
  readonly lines: PaperLine[] = [];
  /** What the tab rolls next: how long it waits, from 0 to 1. */
  roll = 0.5;
  readonly link: TabLink;

  constructor(memory: TabMemory = paperMemory()) {
    const over =
      (way: TransportName): OpenTransport =>
      (listener) => {
        const line = new PaperLine(way, listener);
        this.lines.push(line);
        return { send: (frame) => void line.heard.push(readClientFrame(frame)), close: () => void (line.isClosed = true) };
      };
    this.link = new TabLink({
      transports: { socket: over('socket'), http: over('http') },
      choice: new TransportChoice(memory, this.clock),
      clock: this.clock,
      random: () => this.roll,
    });
  }

  get latest(): PaperLine {
    const line = this.lines.at(-1);
    if (line === undefined) throw new Error('nobody has tried to connect');
    return line;
  }

  get ways(): readonly TransportName[] {
    return this.lines.map((line) => line.way);
  }
}

export function paperMemory(): TabMemory {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
