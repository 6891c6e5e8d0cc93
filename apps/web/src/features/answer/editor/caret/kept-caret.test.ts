import { expect, it } from 'vitest';
import { movedOffset } from './kept-caret.ts';

const offsetIn = (before: string, after: string): number => movedOffset(before.replace('|', ''), after, before.indexOf('|'));
const at = (before: string, after: string): string => {
  const offset = offsetIn(before, after);
  return `${after.slice(0, offset)}|${after.slice(offset)}`;
};

it('a caret stays where it was before a change, and moves with the text behind one', () => {
  expect(at('The| portal opened.', 'The portal opened late.')).toBe('The| portal opened late.');
  expect(at('The portal| opened.', 'The old portal opened.')).toBe('The old portal| opened.');
});

it('a caret in words that are gone stands where they were', () => {
  expect(at('Agreed. And on|e thing more.', 'Agreed.')).toBe('Agreed.|');
  expect(at('One two| and three', 'One and three')).toBe('One |and three');
});

it('a caret at the end stays at the end', () => {
  expect(at('Agreed.|', 'Agreed. Really.')).toBe('Agreed.| Really.');
  expect(at('|', '')).toBe('|');
});
