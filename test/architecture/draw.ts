// Draws the picture of docs/architecture.md again: `node test/architecture/draw.ts`.

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pictureOf } from './picture.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const document = `${repository}docs/architecture.md`;
const sources = globSync('{packages,apps}/*/src/**/*.{ts,tsx}', { cwd: repository }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(`${repository}${path}`, 'utf8'),
}));

const picture = `<!-- picture -->\n${pictureOf(sources)}\n<!-- /picture -->`;
writeFileSync(document, readFileSync(document, 'utf8').replace(/<!-- picture -->[\s\S]*<!-- \/picture -->/, picture));
