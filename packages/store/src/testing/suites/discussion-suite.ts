// Tests of threads, comments, notices and proposals.
import { asId, type FieldId } from '@chancery/domain';
import { expect, it } from 'vitest';
import {
  addComment,
  deleteComment,
  editComment,
  countOpenProposals,
  discussionLoadOf,
  factsOf,
  findProposal,
  growProposal,
  findThread,
  keepProposal,
  type NewProposal,
  noticesOf,
  openProposalsOf,
  readNotices,
  reopenThread,
  resolveThread,
  type Store,
  sendNotices,
  settleProposal,
  startThread,
  threadFactsOf,
  threadsOf,
} from '../../index.ts';
import { newId } from '../../schema/values.ts';
import { castOf } from '../cast.ts';
import { storeOfSuite, type TestDatabase } from '../store-fixtures.ts';

export function discussionSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);
  threadTests(store);
  noticeTests(store);
  proposalTests(store);
}

function threadTests(store: () => Store): void {
  it('a thread holds its anchor, its comments in order, and whom they mention once', async () => {
    const { round, question, lead, officer, coordinator } = await castOf(store());
    const anchor = { place: { field: asId<FieldId>('answer') }, start: 'AAE=', end: 'AAI=', quote: 'since 2019' };
    const first = { person: officer, body: 'Is this right?', mentions: [coordinator, coordinator], at: 1 };
    const started = await store().transaction((tx) =>
      startThread(tx, { round, question }, { kind: 'query', addressedTo: lead, anchor, first }),
    );
    const reply = await store().transaction((tx) => addComment(tx, started.id, { person: coordinator, body: 'Yes.', mentions: [], at: 2 }));
    const whole = { ...started, comments: [...started.comments, reply] };
    expect(started).toMatchObject({
      anchor,
      addressedTo: lead,
      startedBy: officer,
      resolved: null,
      comments: [{ body: 'Is this right?', mentions: [coordinator] }],
    });
    expect(await threadsOf(store().read, { round, question })).toEqual([whole]);
    expect(await findThread(store().read, round, started.id)).toEqual(whole);
    expect(await findThread(store().read, (await castOf(store())).round, started.id)).toBeNull();
  });

  it('how much is said beside an answer, and by whom of late, is counted', async () => {
    const { round, question, officer, coordinator } = await castOf(store());
    const say = (person: typeof officer, body: string, at: number, about = question) =>
      store().transaction((tx) =>
        startThread(
          tx,
          { round, question: about },
          { kind: 'comment', addressedTo: null, anchor: null, first: { person, body, mentions: [], at } },
        ),
      );
    const load = (person: typeof officer, since: number) => discussionLoadOf(store().read, { round, question }, { person, since });
    expect(await load(officer, 0)).toEqual({ threads: 0, characters: 0, byPerson: 0, latelyByPerson: 0 });
    const first = await say(officer, '12345', 10);
    await say(officer, '123', 20, asId('another'));
    await store().transaction((tx) => addComment(tx, first.id, { person: coordinator, body: 'é', mentions: [], at: 30 }));
    expect(await load(officer, 10)).toEqual({ threads: 1, characters: 6, byPerson: 2, latelyByPerson: 1 });
    expect(await load(coordinator, 0)).toEqual({ threads: 1, characters: 6, byPerson: 1, latelyByPerson: 1 });
  });

  it('a comment gets other words and mentions, and keeps its place without words', async () => {
    const { round, question, officer, coordinator } = await castOf(store());
    const first = { person: officer, body: 'Typo', mentions: [officer, coordinator], at: 1 };
    const thread = await store().transaction((tx) =>
      startThread(tx, { round, question }, { kind: 'comment', addressedTo: null, anchor: null, first }),
    );
    const id = thread.comments[0]?.id ?? newId();
    const now = async () => (await findThread(store().read, round, thread.id))?.comments;
    await store().transaction((tx) => editComment(tx, id, { body: 'Typing error', mentions: [coordinator, coordinator], at: 4 }));
    expect(await now()).toEqual([
      { id, person: officer, body: 'Typing error', mentions: [coordinator], at: 1, editedAt: 4, isDeleted: false },
    ]);
    await store().transaction((tx) => deleteComment(tx, id, 6));
    expect(await now()).toEqual([{ id, person: officer, body: '', mentions: [], at: 1, editedAt: 4, isDeleted: true }]);
  });

  it('a thread is resolved and reopened', async () => {
    const { round, question, officer, coordinator } = await castOf(store());
    const first = { person: officer, body: 'Typo', mentions: [], at: 1 };
    const thread = await store().transaction((tx) =>
      startThread(tx, { round, question }, { kind: 'comment', addressedTo: null, anchor: null, first }),
    );
    await store().transaction((tx) => resolveThread(tx, thread.id, { by: coordinator, at: 5 }));
    expect((await findThread(store().read, round, thread.id))?.resolved).toEqual({ by: coordinator, at: 5 });
    expect((await threadFactsOf(store().read, round)).get(question)?.[0]?.isResolved).toBe(true);
    await store().transaction((tx) => reopenThread(tx, thread.id));
    expect(await threadFactsOf(store().read, round)).toEqual(new Map([[question, [factsOf(thread)]]]));
  });
}

function noticeTests(store: () => Store): void {
  it('notices come latest first and are read by their own person alone', async () => {
    const { round, question, officer, coordinator } = await castOf(store());
    const notice = { person: officer, round, question, kind: 'mentioned', details: { by: 'Aminah' } };
    await store().transaction((tx) =>
      sendNotices(
        tx,
        [1, 2, 3].map((at) => ({ ...notice, at })),
      ),
    );
    const latest = await noticesOf(store().read, officer, 2);
    expect(latest.map((it) => [it.at, it.details, it.readAt])).toEqual([
      [3, { by: 'Aminah' }, null],
      [2, { by: 'Aminah' }, null],
    ]);
    const ids = latest.map((it) => it.id);
    await store().transaction((tx) => readNotices(tx, coordinator, ids, 9));
    expect((await noticesOf(store().read, officer, 10)).map((it) => it.readAt)).toEqual([null, null, null]);
    await store().transaction((tx) => readNotices(tx, officer, ids, 9));
    expect((await noticesOf(store().read, officer, 10)).map((it) => it.readAt)).toEqual([9, 9, null]);
  });
}

function proposalTests(store: () => Store): void {
  it('a proposal keeps its bytes, its content and its words, and is settled once', async () => {
    const { round, question, officer, coordinator } = await castOf(store());
    const base = { round, question, person: officer, text: 'late words', at: 1 };
    const typed: NewProposal = { ...base, reason: 'frozen', update: new Uint8Array([0, 255, 7]), content: null };
    const imported: NewProposal = { ...base, reason: 'import', update: null, content: { question, fields: {} }, at: 2 };
    const [first, second] = await store().transaction(
      async (tx) => [await keepProposal(tx, typed), await keepProposal(tx, imported)] as const,
    );
    expect(await openProposalsOf(store().read, { round, question })).toEqual([first, second]);
    expect(await countOpenProposals(store().read, round)).toEqual(new Map([[question, 2]]));
    const declined = { outcome: 'declined', by: coordinator, at: 5, reason: 'It says the same twice.' } as const;
    const settle = () => store().transaction((tx) => settleProposal(tx, first.id, declined));
    expect((await Promise.all([settle(), settle()])).filter((isMine) => isMine)).toHaveLength(1);
    expect(await openProposalsOf(store().read, { round, question })).toEqual([second]);
    expect(await findProposal(store().read, round, first.id)).toEqual({ ...first, settlement: declined });
    expect(await findProposal(store().read, round, newId())).toBeNull();
  });

  it('a proposal grows while it is open, and not once it is settled', async () => {
    const { round, question, officer, coordinator } = await castOf(store());
    const late = { round, question, person: officer, reason: 'older-epoch', content: null, baseEpoch: 2 } as const;
    const kept = await store().transaction((tx) => keepProposal(tx, { ...late, update: new Uint8Array([1]), text: 'lat', at: 1 }));
    const grown = { update: new Uint8Array([1, 2]), text: 'late', at: 3 };
    expect(await store().transaction((tx) => growProposal(tx, kept.id, grown))).toBe(true);
    expect(await findProposal(store().read, round, kept.id)).toEqual({ ...kept, ...grown });
    const settlement = { outcome: 'accepted', by: coordinator, at: 4, reason: null } as const;
    await store().transaction((tx) => settleProposal(tx, kept.id, settlement));
    expect(await store().transaction((tx) => growProposal(tx, kept.id, { ...grown, text: 'later' }))).toBe(false);
    expect(await findProposal(store().read, round, kept.id)).toEqual({ ...kept, ...grown, settlement });
  });
}
