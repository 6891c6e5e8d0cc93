// The compressed twins of what is built, so that the server compresses no file: it sends `main.js.br` or `main.js.gz` for `main.js`.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(?:html|js|css|svg|json|txt)$/;
const encodings = { br: promisify(brotliCompress), gz: promisify(gzip) };

/** Writes a `.br` and a `.gz` beside every text that was built or copied from `public`. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      const files = (await readdir(dir, { recursive: true })).filter((name) => compressible.test(name));
      await Promise.all(files.map((name) => writeTwins(join(dir, name))));
    },
  };
}

async function writeTwins(file: string): Promise<void> {
  const bytes = await readFile(file);
  await Promise.all(Object.entries(encodings).map(async ([ending, compress]) => writeFile(`${file}.${ending}`, await compress(bytes))));
}
