// The pieces that the typeface's packages are cut into, and which characters each is for.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** `weights`: one file holds every weight. `italics`: it has them; upright letters stand in otherwise. */
export interface Family {
  /** Where its package lists the pieces, as an address. */
  readonly ranges: string;
  readonly file: string;
  readonly weights: boolean;
  readonly italics: boolean;
}

export interface FontPiece {
  readonly family: Family;
  readonly name: string;
  readonly has: (character: number) => boolean;
  /** The path of its file. */
  readonly file: (slant: 'normal' | 'italic') => string;
}

/** In the order in which they are asked for a character. */
export const families: readonly Family[] = [
  { ranges: import.meta.resolve('@fontsource-variable/noto-sans/unicode.json'), file: 'noto-sans', weights: true, italics: true },
  {
    ranges: import.meta.resolve('@fontsource-variable/noto-sans-arabic/unicode.json'),
    file: 'noto-sans-arabic',
    weights: true,
    italics: false,
  },
  { ranges: import.meta.resolve('@fontsource-variable/noto-sans-sc/unicode.json'), file: 'noto-sans-sc', weights: true, italics: false },
  {
    ranges: import.meta.resolve('@fontsource/noto-sans-symbols-2/unicode.json'),
    file: 'noto-sans-symbols-2',
    weights: false,
    italics: false,
  },
];

/** The pieces of a family, those that most texts need first. */
export async function piecesOf(family: Family): Promise<readonly FontPiece[]> {
  const ranges = JSON.parse(await readFile(fileURLToPath(family.ranges), 'utf8')) as Record<string, string>;
  return Object.entries(ranges)
    .toReversed()
    .map(([key, range]) => {
      const name = `${family.file}-${key.replaceAll(/[[\]]/g, '')}`;
      const ends = family.weights ? (slant: string) => `wght-${slant}.woff2` : () => '400-normal.woff';
      return { family, name, has: within(range), file: (slant) => fileURLToPath(new URL(`files/${name}-${ends(slant)}`, family.ranges)) };
    });
}

/** "U+0-FF,U+131" as a question. */
function within(range: string): (character: number) => boolean {
  const spans = range.split(',').map((it) => {
    const [first = '', last = first] = it.trim().slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (character) => spans.some(([first, last]) => character >= first && character <= last);
}
