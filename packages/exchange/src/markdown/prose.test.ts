import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidy } from '../prose.ts';
import { arbitraryProse } from '../testing/arbitrary-prose.ts';
import { readProse } from './read-prose.ts';
import { writeHtml } from './write-html.ts';
import { writeProse } from './write/write-prose.ts';

const proses = 10 * Number(process.env['FORMS'] ?? 10);

test('any prose of the schema is read back as it was written', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(arbitraryProse, (prose) => {
      expect(readProse(writeProse(prose))).toEqual(tidy(prose));
    }),
    { numRuns: proses },
  );
});

test('any prose written as HTML alone is read back as it was written', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(arbitraryProse, (prose) => {
      const html = (prose.content ?? []).map(writeHtml).join('\n\n');
      expect(readProse(html)).toEqual(tidy(prose));
    }),
    { numRuns: proses },
  );
});
