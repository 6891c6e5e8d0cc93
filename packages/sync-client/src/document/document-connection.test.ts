import { closeCodes, createRooms, createSystemClock, type Rooms } from '@chancery/sync';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { DocumentConnection } from './document-connection.ts';
import type { ConnectionState } from './connection-state.ts';
import { HeldLog, lineTo, memberOf, type RoomLine } from './testing/room-line.ts';

const question = '35';

describe('the connection to a document', () => {
  let log: HeldLog;
  let rooms: Rooms;
  let line: RoomLine;
  let connection: DocumentConnection;

  beforeEach(() => {
    log = new HeldLog();
    log.memory.create(question);
    rooms = createRooms({ log, clock: createSystemClock() });
    line = lineTo(() => rooms, question, memberOf('Aminah'));
    connection = connect();
  });

  afterEach(async () => {
    connection[Symbol.dispose]();
    log.release();
    await rooms[Symbol.asyncDispose]();
  });

  function connect(): DocumentConnection {
    return new DocumentConnection(
      { server: 'ws://desk/sync/round', question, schemaVersion: 1 },
      { Socket: line.Socket, clock: createSystemClock() },
    );
  }
  const until = (state: Partial<Record<string, unknown>>) =>
    vi.waitFor(() => expect(connection.current()).toMatchObject(state), { timeout: 120_000 });
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

  it('says of nobody who typed nothing that words of theirs are not saved', async () => {
    await until({ status: 'open', saving: 'saved' });
    log.hold();
    const written = rooms.edit(question, null, (doc) => doc.getText('text').insert(0, 'Of others. '));
    line.access = 'read';
    connection[Symbol.dispose]();
    connection = connect();
    await until({ status: 'open', access: 'read', saving: 'saved' });
    line.cut();
    await until({ status: 'offline', access: 'read', hasUnsavedEdits: false });
    log.release();
    await written;
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

  it('says that nothing is saved while the log fails, and saves by itself when it is back', async () => {
    await until({ status: 'open', saving: 'saved' });
    log.isFailing = true;
    type('one ');
    await until({ status: 'open', saving: 'failing' });
    type('two ');
    expect(connection.current()).toMatchObject({ saving: 'failing' });
    log.isFailing = false;
    await until({ status: 'open', saving: 'saved' });
    expect(await rooms.read(question, (doc) => doc.getText('text').toJSON())).toContain('one');
  });

  it('names the history it holds when it comes again', async () => {
    await until({ status: 'open' });
    line.cut();
    await until({ status: 'offline' });
    line.restore();
    await until({ status: 'open', saving: 'saved' });
    const epochs = line.urls.map((url) => new URL(url).searchParams.get('epoch'));
    expect([epochs[0], epochs.at(-1)]).toEqual([null, '1']);
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
    [closeCodes.replacedDocument, 'replaced'],
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

function isInLog(connection: DocumentConnection, log: HeldLog): boolean {
  const stored = new Y.Doc();
  for (const { bytes } of log.memory.appended) Y.applyUpdate(stored, bytes);
  return stored.getText('text').toJSON() === connection.document.getText('text').toJSON();
}
