// The sockets of the tests of connections: one person's, straight into the rooms of an engine, over a network that can be cut.
import type { Access, Member, Rooms, Session, UpdateLog } from '@chancery/sync';
import { createMemoryLog, type MemoryLog } from '@chancery/sync/testing/memory-log';

export function memberOf(name: string): Member {
  return { author: { person: name, agency: 'MoH' }, label: { name, agency: 'MoH', colour: '#123456' } };
}

/** A log whose commits wait while it is held, and are rejected while it fails. */
export class HeldLog implements UpdateLog {
  readonly memory: MemoryLog = createMemoryLog();
  isFailing = false;
  private held: PromiseWithResolvers<void> | null = null;

  load(...asked: Parameters<UpdateLog['load']>) {
    return this.memory.load(...asked);
  }

  heads(...asked: Parameters<UpdateLog['heads']>) {
    return this.memory.heads(...asked);
  }

  async append(...batch: Parameters<UpdateLog['append']>) {
    await this.held?.promise;
    if (this.isFailing) throw new Error('no database');
    return this.memory.append(...batch);
  }

  hold(): void {
    this.held = Promise.withResolvers();
  }

  release(): void {
    this.held?.resolve();
    this.held = null;
  }
}

export interface RoomLine {
  /** The class to give to a connection. */
  readonly Socket: typeof WebSocket;
  /** Where each socket was opened, in order. */
  readonly urls: readonly string[];
  /** What the server says of those who connect from now on. */
  access: Access;
  /** The network is gone, without a word; new sockets fail until it is back. */
  cut(): void;
  restore(): void;
}

/** Sockets of one person to one document. */
export function lineTo(rooms: () => Rooms, document: string, member: Member): RoomLine {
  const open = new Set<RoomSocket>();
  const urls: string[] = [];
  let isCut = false;
  const line: RoomLine = {
    Socket: class extends RoomSocket {
      constructor(url: string) {
        super();
        urls.push(url);
        open.add(this);
        setImmediate(() => (isCut ? this.end(1006) : this.begin(rooms(), document, member, line.access)));
      }
    } as unknown as typeof WebSocket,
    urls,
    access: 'write',
    cut() {
      isCut = true;
      for (const socket of open) socket.end(1006);
      open.clear();
    },
    restore() {
      isCut = false;
    },
  };
  return line;
}

class RoomSocket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  private session: Session | null = null;

  begin(rooms: Rooms, document: string, member: Member, access: Access): void {
    this.readyState = 1;
    this.onopen?.();
    const socket = {
      bufferedBytes: 0,
      send: (message: Uint8Array) => setImmediate(() => this.onmessage?.({ data: new Uint8Array(message).buffer })),
      close: (code: number, reason: string) => setImmediate(() => this.end(code, reason)),
    };
    this.session = rooms.connect(document, socket, member, access);
  }

  send(message: Uint8Array): void {
    const copy = message.slice();
    setImmediate(() => this.session?.receive(copy));
  }

  close(): void {
    this.end(1000);
  }

  end(code: number, reason = ''): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.session?.left();
    this.onclose?.({ code, reason });
  }
}
