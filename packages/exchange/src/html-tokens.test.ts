import { expect, test } from 'vitest';
import { htmlTokens } from './html-tokens.ts';

test('tags and comments are told from the text between them, and nothing is lost', () => {
  const html = `a < b<P CLASS='x>y'>c&#58;<br/><!-- d --></p><https://example.org><b`;
  const tokens = htmlTokens(html);
  expect(tokens.map((it) => (it.kind === 'tag' ? `${it.isClosing ? '/' : ''}${it.name}` : it.kind))).toEqual([
    'text',
    'p',
    'text',
    'br',
    'comment',
    '/p',
    'text',
  ]);
  expect(tokens.map((it) => it.source).join('')).toBe(html);
  expect(tokens[1]).toMatchObject({ attributes: new Map([['class', 'x>y']]) });
});

test('a tag with very many attributes takes time in proportion to them', { timeout: 180_000 }, () => {
  const names = Array.from({ length: 200_000 }, (_, index) => `a${index}`);
  expect(htmlTokens(`<p ${names.join(' ')}>`)).toMatchObject([{ kind: 'tag', name: 'p' }]);
});
