// Proves that the server sends the page wherever this program has a screen.
import { readFileSync } from 'node:fs';
import { pagesAt } from '@chancery/contract';
import { expect, it } from 'vitest';

it('every screen stands under an address at which the server sends the page', () => {
  const source = readFileSync(new URL('./routes.tsx', import.meta.url), 'utf8');
  const top = [...source.matchAll(/getParentRoute: \(\) => (?:root|signedIn),\n\s+path: '\/([^/']*)/g)].map(([, first]) => first);
  expect(top.length).toBeGreaterThan(3);
  expect(new Set(top)).toEqual(new Set(pagesAt));
});
