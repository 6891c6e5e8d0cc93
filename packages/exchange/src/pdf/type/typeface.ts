// The typeface: Noto in its pieces, each a file for a range of characters. Only pieces that the text needs are read, cut down to its characters.
import { readFile } from 'node:fs/promises';
import { create } from 'fontkit';
import subsetFont from 'subset-font';
import { families, piecesOf, type FontPiece } from './pieces.ts';

export const faceStyles = ['regular', 'bold', 'italic', 'boldItalic'] as const;
export type FaceStyle = (typeof faceStyles)[number];

export interface FontFile {
  /** Unlike any other face's. */
  readonly name: string;
  /** A TrueType file. */
  readonly bytes: Uint8Array;
  readonly covers: ReadonlySet<number>;
}

/** The faces of each style, the first that covers a character first. */
export type Typeface = Readonly<Record<FaceStyle, readonly FontFile[]>>;

const weights = { regular: 400, bold: 700, italic: 400, boldItalic: 700 } as const;

/** The faces that these characters need, in all styles. A character that no piece has is in none. */
export async function loadTypeface(characters: ReadonlySet<number>): Promise<Typeface> {
  const typeface: Record<FaceStyle, FontFile[]> = { regular: [], bold: [], italic: [], boldItalic: [] };
  const wanted = new Set(characters);
  for (const family of families) {
    for (const piece of await piecesOf(family)) {
      const text = [...wanted]
        .filter((it) => piece.has(it))
        .map((it) => String.fromCodePoint(it))
        .join('');
      const regular = text === '' ? null : await faceOf(piece, text, 'regular');
      if (regular === null) continue;
      const styled = async (style: FaceStyle, instead: FontFile) => (await faceOf(piece, text, style)) ?? instead;
      const bold = family.weights ? await styled('bold', regular) : regular;
      typeface.regular.push(regular);
      typeface.bold.push(bold);
      typeface.italic.push(family.italics ? await styled('italic', regular) : regular);
      typeface.boldItalic.push(family.italics ? await styled('boldItalic', bold) : bold);
      for (const character of regular.covers) wanted.delete(character);
    }
  }
  return typeface;
}

/** Null where the piece has none of the characters, though it is meant for them. */
async function faceOf(piece: FontPiece, text: string, style: FaceStyle): Promise<FontFile | null> {
  const slant = style === 'italic' || style === 'boldItalic' ? 'italic' : 'normal';
  const file = await readFile(piece.file(slant));
  const bytes = await subsetFont(file, text, {
    targetFormat: 'truetype',
    ...(piece.family.weights ? { variationAxes: { wght: weights[style] } } : {}),
  });
  const font = create(bytes as Buffer);
  // A font of its sign for missing characters alone has no table of characters.
  if (!('characterSet' in font) || font.numGlyphs <= 1) return null;
  return { name: `${piece.name}-${style}`, bytes, covers: new Set(font.characterSet) };
}
