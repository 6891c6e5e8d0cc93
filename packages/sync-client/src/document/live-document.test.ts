// Proves that what was typed and not taken is handed over whole, and that the screen begins again from the server without losing it.
import { fragmentName, fragmentOf, initialUpdate, wordDifference } from '@chancery/answer-doc';
import { asId, type FieldId, type Question, type QuestionId } from '@chancery/domain';
import { closeCodes, createRooms, createSystemClock, type RefusedUpdate, type Rooms } from '@chancery/sync';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { LiveDocument } from './live-document.ts';
import { HeldLog, lineTo, memberOf, type RoomLine } from './testing/room-line.ts';

const place = { field: asId<FieldId>('answer') };
const question: Question = {
  id: asId<QuestionId>('35'),
  number: 35,
  subheading: null,
  text: 'Does the Government provide measures?',
  note: null,
  isRequired: true,
  answeredBy: 'agencies',
  fields: [{ kind: 'text', id: place.field, label: null, hint: null, isRequired: true, expectedWhen: null }],
};

describe('an answer on the screen', () => {
  let log: HeldLog;
  let rooms: Rooms;
  let line: RoomLine;
  let live: LiveDocument;
  let refused: RefusedUpdate[];

  beforeEach(async () => {
    log = new HeldLog();
    log.memory.create(question.id);
    refused = [];
    rooms = createRooms({ log, clock: createSystemClock(), events: { refused: (_document, update) => refused.push(update) } });
    await rooms.edit(question.id, null, (doc) => Y.applyUpdate(doc, initialUpdate(question)));
    line = lineTo(() => rooms, question.id, memberOf('Aminah'));
    live = opens(0);
  });

  afterEach(async () => {
    live[Symbol.dispose]();
    log.release();
    await rooms[Symbol.asyncDispose]();
  });

  function opens(soonMs: number): LiveDocument {
    const address = { server: 'ws://desk/sync/round', question: question.id, schemaVersion: 1 };
    return new LiveDocument({ Socket: line.Socket, clock: createSystemClock(), address, findLost, soonMs });
  }
  const until = (state: object) => vi.waitFor(() => expect(live.current()).toMatchObject(state), { timeout: 120_000 });
  const isOpen = (access: 'read' | 'write') => until({ state: { status: 'open', access }, isRebuilding: false });
  const types = (words: string) => textOf(live.current().connection.document).insert(0, words);
  const onServer = () => rooms.read(question.id, (doc) => textOf(doc).toJSON());
  /** What the engine was given to keep, put into the text as it was known. */
  const keptOn = (known: Uint8Array) => {
    const doc = new Y.Doc();
    for (const bytes of [known, ...refused.map((it) => it.bytes)]) Y.applyUpdate(doc, bytes);
    return textOf(doc).toJSON();
  };

  it('hands over every word of a fast typist whose answer froze, those typed before the new text is here as well', async () => {
    await isOpen('write');
    types('Saved. ');
    await until({ state: { saving: 'saved' } });
    const known = await rooms.read(question.id, (doc) => Y.encodeStateAsUpdate(doc));
    (await rooms.freeze(question.id)).release('read-only');
    let isOld = true;
    live.subscribe(() => {
      if (isOld && live.current().isRebuilding) types('four '); // the old text is still on the screen
      if (live.current().isRebuilding) isOld = false;
    });
    for (const word of ['one ', 'two ', 'three ']) types(word);
    await until({ refused: { ending: 'edits-refused' } });
    await isOpen('read');
    const { refused: kept } = live.current();
    expect(kept).toMatchObject({ ending: 'edits-refused', handedOver: 'done' });
    expect(kept?.texts.join(' ')).toContain('four three two one');
    await vi.waitFor(() => expect(keptOn(known)).toBe('four three two one Saved. '));
    expect(await onServer()).toBe('Saved. ');
    expect(textOf(live.current().connection.document).toJSON()).toBe('Saved. ');
  });

  it('hands nothing over, and says so, where the server has every word', async () => {
    await isOpen('write');
    types('Saved. ');
    await until({ state: { saving: 'saved' } });
    rooms.closeSessions(() => true, closeCodes.tooFast, '');
    await until({ refused: { ending: 'too-fast', texts: [], handedOver: 'not-needed' } });
    expect(refused).toEqual([]);
  });

  it('shows the old text until the new one is here, and asks before it begins again at once a second time', async () => {
    live[Symbol.dispose]();
    live = opens(1_000);
    await isOpen('write');
    const { connection } = live.current();
    rooms.closeSessions(() => true, closeCodes.tooLarge, '');
    await until({ state: { status: 'ended', ending: 'too-large' }, isRebuilding: false });
    expect(live.current().connection).toBe(connection);
    line.cut();
    live.reopen();
    await until({ isRebuilding: true, state: { status: 'offline' } });
    expect(live.current().connection).toBe(connection);
    line.restore();
    await isOpen('write');
    expect(live.current().connection).not.toBe(connection);
  });

  it('begins with an empty document where the history was replaced', async () => {
    await isOpen('write');
    types('Of the old history. ');
    await until({ state: { saving: 'saved' } });
    rooms.closeSessions(() => true, closeCodes.replacedDocument, '');
    await until({ refused: { ending: 'replaced', handedOver: 'not-needed' } });
    expect(refused).toEqual([]);
  });
});

/** The words of the one place that the server's text does not hold. */
function findLost(onScreen: Y.Doc, onServer: Y.Doc): readonly string[] {
  const added = wordDifference(textOf(onServer).toJSON(), textOf(onScreen).toJSON()).filter((passage) => passage.kind === 'added');
  return added.map((passage) => passage.text.trim()).filter((words) => words !== '');
}

function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph = fragmentOf(doc, place).get(0);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error(`${fragmentName(place)} is not here yet`);
  if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
  return paragraph.get(0) as Y.XmlText;
}
