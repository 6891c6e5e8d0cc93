import { type ForeignFileKind, type ProblemCode, problemCodes } from '@chancery/contract';
import { asId, type QuestionId, type Refusal } from '@chancery/domain';
import { createIntl, type MessageDescriptor } from 'react-intl';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { Failure, type FailureValues } from '../api/failure.ts';
import { importFailureWords } from '../features/exchange/words.ts';
import { failureValues, refusalSentence, refusalWords } from './refusals.ts';

describe('the sentences for refusals and problems', () => {
  const codesOf = (kind: string) =>
    Object.values(refusalWords).flatMap(({ id }) => (id.startsWith(`${kind}.`) ? [id.slice(kind.length + 1)] : []));

  it('exist for every problem that the server can state, and for no other', () => {
    // Only a refusal speaks of rights; only the page knows that no server was reached.
    const stated = Object.keys(problemCodes).filter((code) => code !== 'not-permitted');
    expect(codesOf('problem').toSorted()).toEqual([...stated, 'unreachable'].toSorted());
  });

  it('exist for every refusal of the domain, and for no other', () => {
    expectTypeOf<Exclude<keyof typeof refusalWords, Exclude<ProblemCode, 'not-permitted'> | 'unreachable'>>().toEqualTypeOf<
      Refusal['code']
    >();
    expect(codesOf('refusal').length + codesOf('problem').length).toBe(Object.keys(refusalWords).length);
  });

  it.each(Object.entries(refusalWords))('"%s" is worded without a value that nobody stated', (code, words) => {
    const say = createIntl({ locale: 'en', onError: (error) => expect.unreachable(error.message) }).formatMessage;
    expect(say(words as MessageDescriptor, failureValues(new Failure(code as 'bug', null)))).toMatch(/^[A-Z].+\.$/);
  });

  it('name what the server states', () => {
    const { formatMessage: say } = createIntl({ locale: 'en' });
    const sentence = (code: ProblemCode, values: FailureValues) => say(...refusalSentence(new Failure(code, null, undefined, values)));
    expect(sentence('too-large', { maxBytes: 256 * 1024 })).toContain('At most 256 KB can be sent.');
    expect(sentence('import-not-a-questionnaire', { matched: 1 })).toContain('only one of its questions was found');
    expect(sentence('answer-unreadable', { questions: [asId<QuestionId>('4'), asId<QuestionId>('7')] })).toContain(
      'the answers to questions 4, 7',
    );
    expect(sentence('too-many-attempts', { retryAfter: 840 })).toBe('Too many attempts. Try again in 14 minutes.');
    expect(sentence('too-many-attempts', { retryAfter: 5 })).toBe('Too many attempts. Try again in 5 seconds.');
  });

  it('tell the files of other programs apart', () => {
    const { formatMessage: say } = createIntl({ locale: 'en', onError: (error) => expect.unreachable(error.message) });
    const wrongKind: MessageDescriptor = importFailureWords['import-wrong-kind'];
    const titleOf = (fileKind: ForeignFileKind) =>
      say(wrongKind, failureValues(new Failure('import-wrong-kind', null, undefined, { fileKind })));
    expect([titleOf('old-word'), titleOf('pdf'), titleOf('office')]).toEqual([
      'This is an older Word document (.doc)',
      'This is a PDF',
      'This is a file of another program',
    ]);
  });

  it.each(Object.entries(refusalWords))('"%s" is a whole sentence under its own id', (code, { id, defaultMessage }) => {
    expect(id.split('.').at(-1)).toBe(code);
    expect(defaultMessage).toMatch(/^[A-Z].+\.$/);
  });

  it('differ, so that no two refusals look alike', () => {
    const sentences = Object.values(refusalWords).map((it) => it.defaultMessage);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('are chosen by the code of a failure; whatever else is thrown is our fault', () => {
    expect(refusalSentence(new Failure('unreachable', null))[0]).toBe(refusalWords.unreachable);
    expect(refusalSentence(new TypeError('x is undefined'))[0]).toBe(refusalWords.bug);
  });

  it('survive a code that only a newer server knows', () => {
    expect(refusalSentence(new Failure('from-tomorrow' as 'bug', null))[0]).toBe(refusalWords.bug);
  });
});
