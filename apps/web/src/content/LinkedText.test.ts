import { describe, expect, it } from 'vitest';
import { textParts } from './LinkedText.tsx';

describe('textParts', () => {
  it('finds web addresses without the mark that ends the sentence', () => {
    expect(textParts('See https://un.org/a_(b), or https://un.org.').map(({ text, href }) => [text, href !== null])).toEqual([
      ['See ', false],
      ['https://un.org/a_(b)', true],
      [', or ', false],
      ['https://un.org', true],
      ['.', false],
    ]);
  });

  it('makes a letter of an e-mail address', () => {
    expect(textParts('(email: loschm@un.org)')[1]).toEqual({ from: 8, text: 'loschm@un.org', href: 'mailto:loschm@un.org' });
  });

  it.each(['', 'no address', 'https://a.b', 'x@y.z and x@y', '\n https://a.b \n', 'javascript:alert(1)'])(
    'changes no character of %j',
    (text) => {
      expect(
        textParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    },
  );

  it('links nothing but web and e-mail addresses', () => {
    expect(textParts('javascript:alert(1) data:text/html,x').every((part) => part.href === null)).toBe(true);
  });
});
