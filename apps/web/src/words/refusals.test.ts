import { problemCodes } from '@chancery/contract';
import { describe, expect, it } from 'vitest';
import { Failure } from '../api/failure.ts';
import { refusalSentence, refusalWords } from './refusals.ts';

describe('the sentences for refusals and problems', () => {
  it('exist for every problem that the server can answer', () => {
    expect(Object.keys(problemCodes).filter((code) => !Object.hasOwn(refusalWords, code))).toEqual([]);
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
    expect(refusalSentence(new Failure('unreachable', null))).toBe(refusalWords.unreachable);
    expect(refusalSentence(new TypeError('x is undefined'))).toBe(refusalWords.bug);
  });

  it('survive a code that only a newer server knows', () => {
    expect(refusalSentence(new Failure('from-tomorrow' as 'bug', null))).toBe(refusalWords.bug);
  });
});
