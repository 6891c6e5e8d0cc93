// Tests of clearances, acceptances, approvals, evidence, and the facts of a whole round.
import { asId, type QuestionId } from '@chancery/domain';
import { expect, it } from 'vitest';
import {
  acceptancesOf,
  assign,
  assignmentsOf,
  clearancesOf,
  countAcceptances,
  countOpenProposals,
  createDocument,
  documentId,
  endAcceptance,
  endClearances,
  endTakenBack,
  findApproval,
  findVoidedApproval,
  keepTakenBack,
  keepContent,
  lastEditsOf,
  lockRound,
  migrate,
  openStore,
  recordAcceptance,
  recordApproval,
  recordClearance,
  sequencesOf,
  startThread,
  takenBackOf,
  type Store,
  threadFactsOf,
  voidApproval,
} from '../../index.ts';
import { type Cast, castOf, digest } from '../cast.ts';
import { storeOfSuite, type TestDatabase } from '../store-fixtures.ts';
import { allClearancesOf, evidenceOf } from '../unread.ts';

export function signOffSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);
  clearanceTests(store);
  acceptanceTests(store);
  approvalTests(store);
  roundFactsTests(store);

  it('of two coordinators who accept at once, through two stores on one database, one does and the other finds it accepted', async () => {
    await using there = await database.emptyLocation();
    await using one = await openStore(there.location);
    await migrate(one);
    await using other = await openStore(there.location);
    const cast = await castOf(one);
    const accepted = await Promise.all([acceptUnlessAccepted(one, cast), acceptUnlessAccepted(other, cast)]);
    expect(accepted.filter((isMine) => isMine)).toHaveLength(1);
    expect([...(await acceptancesOf(one.read, cast.round)).keys()]).toEqual([cast.question]);
  });
}

async function acceptUnlessAccepted(store: Store, { round, question, coordinator }: Cast): Promise<boolean> {
  return await store.transaction(async (tx) => {
    await lockRound(tx, round);
    if ((await acceptancesOf(tx, round)).has(question)) return false;
    await recordAcceptance(tx, { round, question }, { kind: 'accepted', person: coordinator, digest: digest('a'), at: 1 });
    return true;
  });
}

function clearanceTests(store: () => Store): void {
  it('a new clearance of an agency ends its former one, and all are remembered', async () => {
    const { round, question, lead, health, officer, coordinator } = await castOf(store());
    const answer = { round, question };
    const first = { agency: health, person: officer, digest: digest('a'), at: 1 };
    const again = { agency: health, person: officer, digest: digest('b'), at: 2 };
    const leads = { agency: lead, person: coordinator, digest: digest('b'), at: 3 };
    for (const clearance of [first, again, leads]) await store().transaction((tx) => recordClearance(tx, answer, clearance));
    expect(await clearancesOf(store().read, round)).toEqual(new Map([[question, [again, leads]]]));
    await store().transaction((tx) => endClearances(tx, answer, { by: coordinator, at: 4 }));
    expect(await clearancesOf(store().read, round)).toEqual(new Map());
    expect((await allClearancesOf(store().read, answer)).map((it) => [it.digest, it.endedAt, it.endedBy])).toEqual([
      [digest('a'), 2, officer],
      [digest('b'), 4, coordinator],
      [digest('b'), 4, coordinator],
    ]);
  });
}

function acceptanceTests(store: () => Store): void {
  it('an answer is accepted once until that is taken back', async () => {
    const { round, question, coordinator } = await castOf(store());
    const answer = { round, question };
    const acceptance = { kind: 'no-answer', person: coordinator, digest: digest('c'), at: 5 } as const;
    await store().transaction((tx) => recordAcceptance(tx, answer, acceptance));
    await expect(store().transaction((tx) => recordAcceptance(tx, answer, acceptance))).rejects.toThrow(/unique/i);
    expect(await acceptancesOf(store().read, round)).toEqual(new Map([[question, acceptance]]));
    expect(await countAcceptances(store().read, [round])).toEqual(new Map([[round, 1]]));
    await store().transaction((tx) => endAcceptance(tx, answer, { by: coordinator, at: 6 }));
    expect(await acceptancesOf(store().read, round)).toEqual(new Map());
    expect(await countAcceptances(store().read, [round])).toEqual(new Map());
    await store().transaction((tx) => recordAcceptance(tx, answer, acceptance));
  });
}

function approvalTests(store: () => Store): void {
  it('a round has one approval until it is voided', async () => {
    const { round, question, officer, coordinator } = await castOf(store());
    const approval = { person: officer, at: 5, entrySequence: 12 };
    await store().transaction((tx) => recordApproval(tx, round, approval));
    await expect(store().transaction((tx) => recordApproval(tx, round, approval))).rejects.toThrow(/unique/i);
    expect(await findApproval(store().read, round)).toEqual(approval);
    await store().transaction((tx) => voidApproval(tx, { round, question }, { by: coordinator, at: 7, sentAt: 6 }));
    expect(await findApproval(store().read, round)).toBeNull();
    expect(await findVoidedApproval(store().read, round)).toEqual({
      approvedBy: officer,
      approvedAt: 5,
      sentAt: 6,
      voidedAt: 7,
      voidedBy: coordinator,
      question,
    });
    await store().transaction((tx) => recordApproval(tx, round, { ...approval, entrySequence: 13 }));
    expect(await findVoidedApproval(store().read, round)).toBeNull();
  });

  it('why an answer was taken back stands until it ends, and a later reason takes its place', async () => {
    const { round, question, officer, coordinator } = await castOf(store());
    const answer = { round, question };
    const takenBack = { kind: 'returned', person: officer, at: 5, reason: 'unclear', text: 'Which year?', digest: digest('a') } as const;
    await store().transaction((tx) => keepTakenBack(tx, answer, takenBack));
    expect(await takenBackOf(store().read, round)).toEqual(new Map([[question, takenBack]]));
    const later = { ...takenBack, kind: 'reopened', person: coordinator, at: 6 } as const;
    await store().transaction((tx) => keepTakenBack(tx, answer, later));
    expect(await takenBackOf(store().read, round)).toEqual(new Map([[question, later]]));
    await store().transaction((tx) => endTakenBack(tx, answer));
    expect(await takenBackOf(store().read, round)).toEqual(new Map());
  });

  it('the evidence of a digest is kept once, byte for byte', async () => {
    const { round, question } = await castOf(store());
    const of = digest('e');
    const canonical = '{"fields":{"text":"“é” \\u0000 ☒"},"question":"q1"}';
    for (const _time of [1, 2]) await store().transaction((tx) => keepContent(tx, { digest: of, round, question, canonical }));
    expect(await evidenceOf(store().read, [of, digest('f')])).toEqual(new Map([[of, canonical]]));
  });
}

function roundFactsTests(store: () => Store): void {
  it('the facts of a whole round are given by question', async () => {
    const cast = await castOf(store());
    const { round, question, lead, health, coordinator, officer } = cast;
    const assignment = { leadingAgency: lead, contributors: [{ agency: health, mustClear: false }], dueDay: null };
    const clearance = { agency: lead, person: coordinator, digest: digest('a'), at: 3 };
    const thread = await store().transaction(async (tx) => {
      await assign(tx, { round, question, assignment, by: coordinator, at: 1 });
      await createDocument(tx, { round, question, bytes: new Uint8Array([0]), schemaVersion: 1, createdAt: 1 });
      await createDocument(tx, { round, question: asId<QuestionId>('q2'), bytes: new Uint8Array([0]), schemaVersion: 1, createdAt: 1 });
      await recordClearance(tx, { round, question }, clearance);
      const first = { person: officer, body: 'Which year?', mentions: [], at: 4 };
      return await startThread(tx, { round, question }, { kind: 'query', addressedTo: lead, anchor: null, first });
    });
    await store().updateLog.append([
      { document: documentId(round, question), bytes: new Uint8Array([1]), author: { person: officer, agency: health }, at: 9, binds: [] },
    ]);
    const { read } = store();
    expect(await assignmentsOf(read, round)).toEqual(new Map([[question, assignment]]));
    expect(await clearancesOf(read, round)).toEqual(new Map([[question, [clearance]]]));
    expect(await acceptancesOf(read, round)).toEqual(new Map());
    const facts = { id: thread.id, kind: 'query', addressedTo: lead, startedBy: officer, isResolved: false };
    expect(await threadFactsOf(read, round)).toEqual(new Map([[question, [facts]]]));
    const sequences = new Map([
      [question, 2],
      ['q2', 1],
    ]);
    expect(await sequencesOf(read, round)).toEqual(sequences);
    expect(await lastEditsOf(read, round)).toEqual(new Map([[question, { person: officer, agency: health, at: 9 }]]));
    expect(await countOpenProposals(read, round)).toEqual(new Map());
  });
}
