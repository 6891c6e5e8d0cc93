// Proves that an answer left with words that are not saved stays open until they are, and that the tab knows of them.
import { contentOf, fragmentName, fragmentOf, initialUpdate } from '@chancery/answer-doc';
import { asId, type FieldId, type Question, type QuestionId } from '@chancery/domain';
import { createRooms, createSystemClock, type Rooms } from '@chancery/sync';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { LiveDocument } from './live-document.ts';
import { OpenDocuments } from './open-documents.ts';
import { HeldLog, lineTo, memberOf, type RoomLine } from './testing/room-line.ts';

const place = { field: asId<FieldId>('answer') };
const question: Question = {
  id: asId<QuestionId>('14'),
  number: 14,
  subheading: null,
  text: 'Is there any law on e-procurement?',
  note: null,
  isRequired: false,
  answeredBy: 'agencies',
  fields: [{ kind: 'text', id: place.field, label: null, hint: null, isRequired: false, expectedWhen: null }],
};
const address = 'ws://desk/sync/round/14';

describe('the open documents of a tab', () => {
  let log: HeldLog;
  let rooms: Rooms;
  let line: RoomLine;
  let told: boolean[];
  let answers: OpenDocuments;

  beforeEach(async () => {
    log = new HeldLog();
    log.memory.create(question.id);
    rooms = createRooms({ log, clock: createSystemClock() });
    await rooms.edit(question.id, null, (doc) => Y.applyUpdate(doc, initialUpdate(question)));
    line = lineTo(() => rooms, question.id, memberOf('Aminah'));
    told = [];
    answers = new OpenDocuments((isHolding) => told.push(isHolding));
  });

  afterEach(async () => {
    log.release();
    await rooms[Symbol.asyncDispose]();
  });

  const comes = () =>
    answers.take(
      address,
      () =>
        new LiveDocument({
          Socket: line.Socket,
          clock: createSystemClock(),
          address: { server: 'ws://desk/sync/round', question: '14', schemaVersion: 1 },
          findLost: () => [],
        }),
    );
  const until = (live: LiveDocument, state: object) =>
    vi.waitFor(() => expect(live.current().state).toMatchObject(state), { timeout: 120_000 });
  const onServer = () => rooms.read(question.id, (doc) => JSON.stringify(contentOf(doc, question)));

  it('keep words typed without a connection after their screen is gone, and save them when it is back', async () => {
    const live = comes();
    await until(live, { status: 'open', saving: 'saved' });
    line.cut();
    await until(live, { status: 'offline' });
    textOf(live.current().connection.document).insert(0, 'In the lift. ');
    answers.leave(address);
    expect(told.at(-1)).toBe(true);
    line.restore();
    await vi.waitFor(async () => expect(await onServer()).toContain('In the lift. '), { timeout: 120_000 });
    await vi.waitFor(() => expect(told.at(-1)).toBe(false));
    const next = comes();
    expect(next).not.toBe(live);
    answers.leave(address);
  });

  it('give the same answer to a screen that comes back before its words are saved', async () => {
    const live = comes();
    await until(live, { status: 'open', saving: 'saved' });
    log.hold();
    textOf(live.current().connection.document).insert(0, 'Not committed yet. ');
    await until(live, { saving: 'saving' });
    answers.leave(address);
    expect(comes()).toBe(live);
    log.release();
    await until(live, { saving: 'saved' });
    answers.leave(address);
  });

  it('close at once what holds nothing', async () => {
    const live = comes();
    await until(live, { status: 'open', saving: 'saved' });
    answers.leave(address);
    const next = comes();
    expect(next).not.toBe(live);
    answers.leave(address);
    expect(told.at(-1) ?? false).toBe(false);
  });
});

function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph = fragmentOf(doc, place).get(0);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error(`${fragmentName(place)} is not here yet`);
  if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
  return paragraph.get(0) as Y.XmlText;
}
