import { expect, it } from 'vitest';
import { addressAtEnd, addressesIn, allAddressesIn } from './addresses.ts';

function linked(text: string): readonly string[] {
  return addressesIn(text).map(({ from, to, href }) => `${text.slice(from, to)} -> ${href}`);
}

it('an address ends before the marks of its sentence, and with a bracket that it opened itself', () => {
  expect(linked('See https://example.org/a.')).toEqual(['https://example.org/a -> https://example.org/a']);
  expect(linked('(https://example.org/a), “http://b.org/x?y=1&z”!')).toEqual([
    'https://example.org/a -> https://example.org/a',
    'http://b.org/x?y=1&z -> http://b.org/x?y=1&z',
  ]);
  expect(linked('https://en.wikipedia.org/wiki/Malaysia_(state)')).toEqual([
    'https://en.wikipedia.org/wiki/Malaysia_(state) -> https://en.wikipedia.org/wiki/Malaysia_(state)',
  ]);
  expect(linked('见https://example.org/页，以及www.malaysia.gov.my。')).toEqual([
    'https://example.org/页 -> https://example.org/页',
    'www.malaysia.gov.my -> https://www.malaysia.gov.my',
  ]);
});

it('what has no scheme of the allow-list, or begins in a word, is no address', () => {
  const none = ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://example.org', 'report.docx', 'xhttps://a.org'];
  for (const text of [...none, 'https://', 'http:// example', 'www.', 'www.a', 'a@b.org']) expect(linked(text)).toEqual([]);
});

it('an e-mail address is one where it was not typed for a page, and everywhere when it says so', () => {
  expect(linked('mailto:a@b.org')).toEqual(['mailto:a@b.org -> mailto:a@b.org']);
  expect(allAddressesIn('Write to dpadm@un.org, or a@b.org.').map((it) => it.href)).toEqual(['mailto:dpadm@un.org', 'mailto:a@b.org']);
});

it('the address at the end of what was typed is found with the marks behind it, and none that has words behind', () => {
  expect(addressAtEnd('on https://example.org/a).')).toEqual({ from: 3, to: 24, href: 'https://example.org/a' });
  expect(addressAtEnd('https://example.org/a today')).toBeNull();
  expect(addressAtEnd('')).toBeNull();
});

it('a text of the greatest length is read at once', () => {
  const text = `https://a.b/${')'.repeat(100_000)} ${'www.'.repeat(20_000)} ${'a@'.repeat(20_000)} ${'('.repeat(2_000)}${')'.repeat(2_000)}`;
  const before = performance.now();
  allAddressesIn(text);
  expect(performance.now() - before).toBeLessThan(500);
});
