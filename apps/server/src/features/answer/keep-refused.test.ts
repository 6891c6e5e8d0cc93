// Proves that edits which could not enter an answer are kept as one proposal of their author, enter it later as they were typed, or are declined.
import type { ResponseOf, Problem } from '@chancery/contract';
import { asId, type RoundId } from '@chancery/domain';
import { documentId, historyOf } from '@chancery/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LateWriter } from '../../testing/late-words.ts';
import { demoRound, openApp, type TestApp } from '../../testing/open-app.ts';

const round = asId<RoundId>(demoRound);

describe('edits that could not enter an answer', () => {
  let app: TestApp;
  let coordinator: string;
  let drafter: string;
  beforeAll(async () => {
    app = await openApp();
    coordinator = await app.signIn('coordinator.mampu');
    drafter = await app.signIn('drafter.mampu');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const read = async <T>(path: string, cookie = coordinator) => (await (await app.ask(path, { cookie })).json()) as T;
  const proposals = async (question: string) =>
    (await read<ResponseOf<'readProposals'>>(`/api/rounds/${round}/questions/${question}/proposals`)).proposals;
  const notices = async (question: string) =>
    (await read<ResponseOf<'listNotices'>>('/api/notices', drafter)).notices.filter((it) => it.question === question);
  const settle = (id: string, outcome: 'accepted' | 'declined', reason = '', cookie = coordinator) =>
    app.ask(`/api/rounds/${round}/proposals/${id}/settlement`, { method: 'POST', cookie, body: { outcome, reason } });
  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

  it('are one proposal of a fast typist, in the order of typing, and its author is told once', async () => {
    const writer = await LateWriter.opens(app, drafter, '7');
    for (const words of ['First this.', 'Then that.', 'And this too.']) await writer.isRefused(writer.types(words));
    expect(await proposals('7')).toMatchObject([
      { person: writer.person, reason: 'frozen', added: 'First this.\nThen that.\nAnd this too.', removed: '', enters: 'edit' },
    ]);
    expect(await notices('7')).toMatchObject([{ kind: 'proposal-kept', reason: 'frozen' }]);
  });

  it('enter as they were typed under the name of who typed them, once, however many accept', async () => {
    const [{ id } = { id: '' }] = await proposals('7');
    const responses = await Promise.all([1, 2, 3].map(() => settle(id, 'accepted')));
    expect(responses.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const writer = await LateWriter.opens(app, drafter, '7');
    expect((await writer.reads(coordinator)).match(/First this\.\nThen that\.\nAnd this too\./g)).toHaveLength(1);
    expect((await historyOf(app.context.store.read, documentId(round, asId('7')))).edits.at(-1)?.person).toBe(writer.person);
    expect(await notices('7')).toMatchObject([{ kind: 'proposal-accepted' }, { kind: 'proposal-kept' }]);
  });

  it('that arrive again after they have entered are nothing', async () => {
    const writer = await LateWriter.opens(app, drafter, '7');
    const update = Y.encodeStateAsUpdate(writer.doc);
    await writer.isRefused(update);
    expect(await proposals('7')).toEqual([]);
  });

  it('that only take words out are kept too, and say which', async () => {
    const writer = await LateWriter.opens(app, drafter, '7');
    await writer.isRefused(writer.deletesLast(), 'right-lost');
    const [kept] = await proposals('7');
    expect(kept).toMatchObject({ reason: 'right-lost', added: '', removed: 'And this too.' });
    expect(kept?.text).toContain('And this too.');
    expect((await settle(kept!.id, 'accepted')).status).toBe(200);
    expect(await writer.reads(coordinator)).not.toContain('And this too.');
  });

  it('of two tabs of one person, for two reasons, are two proposals', async () => {
    const [one, other] = await Promise.all([LateWriter.opens(app, drafter, '3'), LateWriter.opens(app, drafter, '3')]);
    await one.isRefused(one.types('From the first.'), 'frozen', 1);
    await other.isRefused(other.types('From the second.'), 'right-lost', 2);
    await one.isRefused(one.types('And again.'), 'set-aside', 3); // handed over by the tab whose first words were frozen
    expect(await proposals('3')).toMatchObject([{ added: 'From the second.' }, { added: 'From the first.\nAnd again.' }]);
  });

  it('of a document of an older history come as words behind the text, once', async () => {
    const writer = await LateWriter.opens(app, drafter, '12');
    writer.types('Written in another history.');
    const whole = Y.encodeStateAsUpdate(writer.doc);
    await writer.isRefused(whole, 'older-epoch');
    await writer.isRefused(whole, 'older-epoch');
    const kept = await proposals('12');
    expect(kept).toMatchObject([{ added: 'Written in another history.', enters: 'words' }]);
    const before = await writer.reads(coordinator);
    const responses = await Promise.all([settle(kept[0]!.id, 'accepted'), settle(kept[0]!.id, 'accepted')]);
    expect(responses.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await writer.reads(coordinator)).toBe(`${before}\nWritten in another history.`);
  });

  it('under a client id of somebody else come as words, and so does what builds on unknown content', async () => {
    const writer = await LateWriter.opens(app, drafter, '13');
    const lost = writer.types('Never arrived.');
    const rest = writer.types('Arrived alone.');
    expect(lost.length).toBeGreaterThan(0);
    await writer.isRefused(rest, 'frozen');
    const again = await LateWriter.opens(app, drafter, '13');
    await again.isRefused(again.types('Of a shared computer.'), 'foreign', 2);
    const kept = await proposals('13');
    expect(kept).toMatchObject([
      { added: 'Arrived alone.', enters: 'words' },
      { added: 'Of a shared computer.', enters: 'words' },
    ]);
    for (const { id } of kept) expect((await settle(id, 'accepted')).status).toBe(200);
    expect(await writer.reads(coordinator)).toMatch(/Arrived alone\.[^]*Of a shared computer\./);
  });

  it('of an observer are not kept, and of one person no more than twenty beside one answer', async () => {
    const observer = await LateWriter.opens(app, await app.signIn('observer.mof'), '14');
    await observer.isRefused(observer.types('Not mine to write.'), 'reader');
    await observer.isRefused(observer.types('Nor this.'), 'set-aside');
    expect(await proposals('14')).toEqual([]);
    const writer = await LateWriter.opens(app, drafter, '14');
    for (let at = 1; at <= 22; at += 1) {
      const tab = await LateWriter.opens(app, drafter, '14');
      await writer.isRefused(tab.types(`Words ${at}`), 'foreign', at);
    }
    expect(await proposals('14')).toHaveLength(20);
    // Of those that are not kept, the author is told once until the notice is read.
    expect((await notices('14')).map((it) => it.kind)).toEqual(['proposal-not-kept', ...Array(20).fill('proposal-kept')]);
  });

  it('of a megabyte each cost the server nothing that others would notice, and more than that of one person is not kept', async () => {
    const paragraph = (at: number) => `Paragraph ${at} ${'has many words '.repeat(30)}`;
    const long = Array.from({ length: 2_000 }, (_, at) => paragraph(at));
    for (const cookie of [drafter, coordinator]) {
      const writer = await LateWriter.opens(app, cookie, '16');
      const before = Y.encodeStateVector(writer.doc);
      for (const text of long) writer.types(text);
      await writer.isRefused(Y.encodeStateAsUpdate(writer.doc, before), 'foreign');
      const another = await LateWriter.opens(app, cookie, '16');
      await another.isRefused(another.types('x'.repeat(200_000)), 'foreign');
    }
    const kinds = (await notices('16')).map((it) => it.kind).filter((kind) => kind.startsWith('proposal'));
    expect(kinds.toSorted()).toEqual(['proposal-kept', 'proposal-not-kept']);
    const began = process.threadCpuUsage();
    const shown = await proposals('16');
    const { user, system } = process.threadCpuUsage(began);
    expect(shown.map((it) => it.added.length > 900_000)).toEqual([true, true]);
    // Four texts of a megabyte are read, sent and parsed here; comparing them took 13 s for seven.
    expect((user + system) / 1_000).toBeLessThan(500);
  });

  it('E3: who may edit an answer settles its proposals, and nobody while it is frozen', async () => {
    const [{ id } = { id: '' }] = await proposals('3');
    for (const key of ['observer.mof', 'respondent.mampu']) {
      const cookie = await app.signIn(key);
      for (const outcome of ['accepted', 'declined'] as const)
        expect(await codeOf(await settle(id, outcome, 'No.', cookie))).toBe('not-permitted');
    }
    using freeze = await app.context.rooms.freeze(documentId(round, asId('3')));
    const accepting = settle(id, 'accepted');
    freeze.release('read-only');
    expect(await codeOf(await accepting)).toBe('answer-frozen');
    expect((await proposals('3')).map((it) => it.id)).toContain(id);
  });

  it('are declined with a reason, which their author is told', async () => {
    const [{ id } = { id: '' }] = await proposals('14');
    expect(await codeOf(await settle(id, 'declined', '  '))).toBe('reason-needs-text');
    expect((await settle(id, 'declined', 'Said in question 12 already.')).status).toBe(200);
    expect(await codeOf(await settle(id, 'declined', 'Twice.'))).toBe('conflict');
    expect((await proposals('14')).map((it) => it.id)).not.toContain(id);
    expect((await notices('14'))[0]).toMatchObject({ kind: 'proposal-declined', reason: 'Said in question 12 already.', isRead: false });
  });
});
