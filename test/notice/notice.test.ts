// NOTICE.md names what the server runs on, as it is installed.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { licencesBelow, tableOfLicences } from './licences.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** Licences under which their packages may be part of a work under the EUPL 1.2. */
const compatible = ['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', '(MIT AND Zlib)', 'Python-2.0', 'OFL-1.1'];

it('NOTICE.md lists every package that the server runs on, with its licence', () => {
  const table = tableOfLicences(licencesBelow(`${repository}apps/server`));
  expect(readFileSync(`${repository}NOTICE.md`, 'utf8')).toContain(table);
});

it('every one of them has a licence that ours allows', () => {
  expect(licencesBelow(`${repository}apps/server`).filter(({ licence }) => !compatible.includes(licence))).toEqual([]);
});
