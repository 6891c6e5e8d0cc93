// A file of the collection, and the sound form that most of them are made from.
import type { WordProblem } from '../../../file-kind.ts';
import { around } from '../read-body.ts';
import { lists, p, partsOf, run, table, type WordParts } from '../built-word.ts';
import { type ZipEntry, zipByHand, type ZipOptions } from './zip-by-hand.ts';

/** What becomes of it: it is read, refused with a code, or either, as long as it is one of both. */
export type Expected = 'read' | WordProblem['code'] | 'not-a-questionnaire' | 'binary' | 'empty' | 'too-large' | 'either';

export interface Sample {
  readonly name: string;
  readonly expected: Expected;
  readonly bytes: () => Uint8Array;
}

export const soundBody = around(`${p('Our portal is ')}${p(run('one', '<w:b/>'))}${table(['a', 'b'], ['c', 'd'])}`);

/** Parts of a sound form, for one of them to be spoiled. */
export function soundParts(more: Partial<WordParts> = {}): Record<string, Uint8Array> {
  return partsOf({ body: soundBody, numbering: lists, ...more });
}

function entriesOf(parts: Readonly<Record<string, Uint8Array>>): readonly ZipEntry[] {
  return Object.entries(parts).map(([name, data]) => ({ name, data }));
}

/** The sound form zipped by hand, each entry as `spoil` makes it. */
export function zipped(spoil: (entry: ZipEntry) => ZipEntry | readonly ZipEntry[] = (it) => it, options: ZipOptions = {}): Uint8Array {
  return zipByHand(entriesOf(soundParts()).flatMap(spoil), options);
}

/** The form with this part in the place of its own. */
export function withPart(name: string, part: string | Uint8Array | null, body?: string): Uint8Array {
  return zipByHand(entriesOf(soundParts({ more: { [name]: part }, ...(body === undefined ? {} : { body }) })));
}

export function sample(name: string, expected: Expected, bytes: () => Uint8Array): Sample {
  return { name, expected, bytes };
}
