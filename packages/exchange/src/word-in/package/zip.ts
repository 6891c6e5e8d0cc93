// The zip file around a Word document: its parts by name, inflated only when they are read, and no more bytes of them than are allowed.
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { WordProblemError } from './problem.ts';

/** A document with a picture on every page has some hundred. */
const maxEntries = 4_096;
/** Bytes of all parts that are read, inflated. The text of a form is a hundredth of it. */
const maxInflatedBytes = 24 * 1024 * 1024;

export interface Parts {
  /** Bytes of a part as they are inflated; null where there is no such part. Ends with a `WordProblemError` beyond the bounds. */
  readonly read: (name: string) => AsyncIterable<Uint8Array> | null;
  /** As the file spells them. */
  readonly names: readonly string[];
}

/** Opens the zip file. Two parts under one name would be read differently by every program, so they are refused. */
export async function openParts(bytes: Uint8Array): Promise<Parts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= maxEntries) throw new WordProblemError({ code: 'too-complex' });
      if (entries.has(keyOf(entry.fileName))) throw new WordProblemError({ code: 'damaged' });
      entries.set(keyOf(entry.fileName), entry);
    }
    const budget = { left: maxInflatedBytes };
    const read = (name: string) => {
      const entry = entries.get(keyOf(name));
      return entry === undefined ? null : inflated(zip, entry, budget);
    };
    return { read, names: [...entries.values()].map((it) => it.fileName) };
  } catch (cause) {
    throw asProblem(cause);
  }
}

/** Part names are the same in whatever case (ECMA-376 part 2, 6.2.2.3). */
function keyOf(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}

async function* inflated(zip: ZipFile, entry: Entry, budget: { left: number }): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.isEncrypted()) throw new WordProblemError({ code: 'protected' });
  try {
    let sum = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!(chunk instanceof Uint8Array)) continue;
      budget.left -= chunk.length;
      if (budget.left < 0) throw new WordProblemError({ code: 'too-complex' });
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw new WordProblemError({ code: 'damaged' });
  } catch (cause) {
    throw asProblem(cause);
  }
}

function asProblem(cause: unknown): WordProblemError {
  return cause instanceof WordProblemError ? cause : new WordProblemError({ code: 'damaged' }, cause);
}
