import {
  type Access,
  closeCodes,
  createMemoryLog,
  createRooms,
  createSystemClock,
  type Member,
  type MemoryLog,
  type Rooms,
  type Session,
  type UpdateLog,
} from '@chancery/sync';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { AnswerConnection } from './answer-connection.ts';
import type { ConnectionState } from './connection-state.ts';

const question = '35';
const member = (name: string) => ({ author: { person: name, agency: 'MoH' }, label: { name, agency: 'MoH', colour: '#123456' } });

/** A log whose commits wait while it is held. */
class HeldLog implements UpdateLog {
  readonly memory: MemoryLog = createMemoryLog();
  private held: PromiseWithResolvers<void> | null = null;

  load(...asked: Parameters<UpdateLog['load']>) {
    return this.memory.load(...asked);
  }

  heads(...asked: Parameters<UpdateLog['heads']>) {
    return this.memory.heads(...asked);
  }

  async append(...batch: Parameters<UpdateLog['append']>) {
    await this.held?.promise;
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

describe('the connection to an answer', () => {
  let log: HeldLog;
  let rooms: Rooms;
  let line: RoomLine;
  let connection: AnswerConnection;

  beforeEach(() => {
    log = new HeldLog();
    log.memory.create(question);
    rooms = createRooms({ log, clock: createSystemClock() });
    line = lineTo(() => rooms, question, member('Aminah'));
    connection = connect();
  });

  afterEach(async () => {
    connection[Symbol.dispose]();
    log.release();
    await rooms[Symbol.asyncDispose]();
  });

  function connect(): AnswerConnection {
    return new AnswerConnection({ server: 'ws://desk/sync/round', question, schemaVersion: 1 }, line.Socket);
  }
  const until = (state: Partial<Record<string, unknown>>) =>
    vi.waitFor(() => expect(connection.current()).toMatchObject(state), { timeout: 5000 });
  const type = (words: string) => connection.document.getText('text').insert(0, words);
  const committed = () => log.memory.appended.length;

  it('knows nothing before the server has said what this person may do', () => {
    expect(connection.current()).toEqual({ status: 'connecting' });
  });

  it('opens with the access that the server gives', async () => {
    await until({ status: 'open', access: 'write', saving: 'saved' });
    line.access = 'read';
    connection[Symbol.dispose]();
    connection = connect();
    await until({ status: 'open', access: 'read' });
  });

  it('says saved only when the log has the edit', async () => {
    await until({ status: 'open', saving: 'saved' });
    log.hold();
    type('one ');
    await until({ saving: 'saving' });
    type('two ');
    expect(committed()).toBe(0);
    expect(connection.current()).toMatchObject({ saving: 'saving' });
    log.release();
    await until({ saving: 'saved' });
    expect(committed()).toBeGreaterThan(0);
  });

  it('never says saved while the log lacks an edit, whatever the order of edits and breaks', async () => {
    await until({ status: 'open', saving: 'saved' });
    const lies: ConnectionState[] = [];
    const stop = connection.subscribe(() => {
      const state = connection.current();
      if (state.status === 'open' && state.saving === 'saved' && !isInLog(connection, log)) lies.push(state);
    });
    for (let round = 0; round < 12; round += 1) {
      type(`edit ${round} `);
      if (round % 3 === 1) {
        line.cut();
        type('offline ');
        await until({ status: 'offline', hasUnsavedEdits: true });
        line.restore();
      }
      await until({ status: 'open', saving: 'saved' });
    }
    stop();
    expect(lies).toEqual([]);
  });

  it('keeps what was typed offline, says so, and saves it when the server is back', async () => {
    await until({ status: 'open', saving: 'saved' });
    line.cut();
    await until({ status: 'offline', access: 'write', hasUnsavedEdits: false });
    type('kept');
    await until({ status: 'offline', hasUnsavedEdits: true });
    line.restore();
    await until({ status: 'open', saving: 'saved' });
    expect(await rooms.read(question, (doc) => doc.getText('text').toJSON())).toBe('kept');
  });

  it('shows a right that was taken away at once', async () => {
    await until({ status: 'open', access: 'write' });
    await rooms.recheck(() => 'read');
    await until({ status: 'open', access: 'read' });
  });

  it.each([
    [closeCodes.notSignedIn, 'signed-out'],
    [closeCodes.notPermitted, 'not-permitted'],
    [closeCodes.outdatedClient, 'outdated'],
  ] as const)('ends for good with close code %i, as %s', async (code, ending) => {
    await until({ status: 'open' });
    rooms.closeSessions(() => true, code, '');
    await until({ status: 'ended', ending });
  });

  it('ends when it sends words that it may not write, and the answer stays as it was', async () => {
    line.access = 'read';
    connection[Symbol.dispose]();
    connection = connect();
    await until({ status: 'open', access: 'read' });
    type('not mine');
    await until({ status: 'ended', ending: 'edits-refused' });
    expect(await rooms.read(question, (doc) => doc.getText('text').toJSON())).toBe('');
  });
});

function isInLog(connection: AnswerConnection, log: HeldLog): boolean {
  const stored = new Y.Doc();
  for (const { bytes } of log.memory.appended) Y.applyUpdate(stored, bytes);
  return stored.getText('text').toJSON() === connection.document.getText('text').toJSON();
}

interface RoomLine {
  /** The class to give to a connection. */
  readonly Socket: typeof WebSocket;
  /** What the server says of those who connect from now on. */
  access: Access;
  /** The network is gone, without a word; new sockets fail until it is back. */
  cut(): void;
  restore(): void;
}

/** Sockets of one person to one document. */
function lineTo(rooms: () => Rooms, document: string, member: Member): RoomLine {
  const open = new Set<RoomSocket>();
  let isCut = false;
  const line: RoomLine = {
    Socket: class extends RoomSocket {
      constructor() {
        super();
        open.add(this);
        setImmediate(() => (isCut ? this.end(1006) : this.begin(rooms(), document, member, line.access)));
      }
    } as unknown as typeof WebSocket,
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
