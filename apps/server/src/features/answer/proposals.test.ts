// Proves that a proposal is settled once, and stays open when its text cannot enter the answer.
import type { ResponseOf, AnswerView, Problem } from '@chancery/contract';
import { asId, type PersonId, type QuestionId, type RoundId } from '@chancery/domain';
import { plainText } from '@chancery/answer-doc';
import { documentId, keepProposal } from '@chancery/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoRound, openApp, type TestApp } from '../../testing/open-app.ts';

const round = asId<RoundId>(demoRound);
const question = asId<QuestionId>('7');
const answer = `/api/rounds/${round}/questions/${question}`;

describe('a proposal', () => {
  let app: TestApp;
  let coordinator: string;
  beforeAll(async () => {
    app = await openApp();
    coordinator = await app.signIn('coordinator.mampu');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const read = async <T>(path: string) => (await (await app.ask(path, { cookie: coordinator })).json()) as T;
  const open = async () => (await read<ResponseOf<'readProposals'>>(`${answer}/proposals`)).proposals.map((it) => it.id);
  const accept = (id: string) =>
    app.ask(`/api/rounds/${round}/proposals/${id}/settlement`, {
      method: 'POST',
      cookie: coordinator,
      body: { outcome: 'accepted', reason: '' },
    });

  async function propose(text: string): Promise<string> {
    const { definition } = await read<AnswerView>(answer);
    const prose = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
    const field = definition.fields.find((it) => it.kind === 'text')!;
    const content = { question, fields: { [field.id]: { kind: 'text', prose } as const } };
    const person = asId<PersonId>((await read<{ person: { id: string } }>('/api/session')).person.id);
    const { store } = app.context;
    const kept = await store.transaction((tx) =>
      keepProposal(tx, { round, question, person, reason: 'import', update: null, content, text, at: 1 }),
    );
    return kept.id;
  }

  it('that two accept at once is added once', async () => {
    const id = await propose('Twice is too often.');
    const responses = await Promise.all([accept(id), accept(id), accept(id)]);
    expect(responses.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const text = plainText((await read<AnswerView>(answer)).content);
    expect(text.split('Twice is too often.')).toHaveLength(2);
  });

  it('stays open when the answer freezes while it is being accepted', async () => {
    const id = await propose('Just too late.');
    using freeze = await app.context.rooms.freeze(documentId(round, question));
    const accepting = accept(id);
    freeze.release('read-only');
    expect(((await (await accepting).json()) as Problem).code).toBe('answer-frozen');
    expect(await open()).toEqual([id]);
    expect(plainText((await read<AnswerView>(answer)).content)).not.toContain('Just too late.');
  });
});
