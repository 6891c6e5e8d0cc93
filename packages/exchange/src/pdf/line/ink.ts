// The letters of one document: which face draws a character, how wide a text is, how it is drawn.
import type PDFDocument from 'pdfkit';
import { bidi } from '../../direction.ts';
import type { LetterLook } from '../sheet.ts';
import { type FontFile, type FaceStyle, faceStyles, type Typeface } from '../type/typeface.ts';

/** Soft hyphens, joiners, marks of direction, variation selectors: nothing is missing where no face has them. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;
/** Asked for so that a right-to-left text is set as one: without features a line is set word by word, from the left. */
const wholeRun: PDFKit.Mixins.OpenTypeFeatures[] = ['calt'];
const lettered = /[\p{L}\p{M}]/u;
const tab = '    ';

/** Text of one face, look and direction. `face` is null where no face has its characters. */
export interface SetPiece {
  readonly text: string;
  readonly face: FontFile | null;
  readonly look: LetterLook;
  readonly isRightToLeft: boolean;
}

export class Ink {
  readonly #doc: InstanceType<typeof PDFDocument>;
  readonly #typeface: Typeface;
  readonly #faces = new Map<string, FontFile | null>();

  constructor(doc: InstanceType<typeof PDFDocument>, typeface: Typeface) {
    this.#doc = doc;
    this.#typeface = typeface;
    for (const face of new Set(faceStyles.flatMap((style) => typeface[style]))) doc.registerFont(face.name, face.bytes);
  }

  /** The face that draws the character; null where none has it; `before` where it needs no face of its own. */
  faceOf(character: string, style: FaceStyle, before: FontFile | null | undefined): FontFile | null {
    const key = `${style} ${character}`;
    const known = this.#faces.get(key);
    const code = character.codePointAt(0) ?? 0;
    if (before?.covers.has(code) && this.#typeface[style].includes(before)) return before;
    if (known !== undefined) return known ?? (isBlank(character) ? (before ?? this.#typeface[style][0] ?? null) : null);
    const found = this.#typeface[style].find((face) => face.covers.has(code)) ?? null;
    this.#faces.set(key, found);
    return found ?? (isBlank(character) ? (before ?? this.#typeface[style][0] ?? null) : null);
  }

  widthOf(piece: SetPiece): number {
    const text = this.#shown(piece);
    if (text === '') return 0;
    return this.#with(piece).widthOfString(text, this.#options(piece));
  }

  /** Draws the piece with its baseline there. */
  draw(piece: SetPiece, x: number, baseline: number): void {
    const text = this.#shown(piece);
    if (text === '') return;
    const { look, isRightToLeft, face } = piece;
    const doc = this.#with(piece).fillColor(look.colour);
    // What the letters on the paper do not say by themselves: the order of right-to-left text, a character without a glyph.
    const isTold = isRightToLeft || face === null;
    if (isTold) doc.markContent('Span', { actual: piece.text });
    doc.text(text, x, baseline, { ...this.#options(piece), lineBreak: false, baseline: 'alphabetic' });
    if (isTold) doc.endMarkedContent();
    if (!look.isUnderlined) return;
    const y = baseline + look.size * 0.12;
    doc
      .save()
      .lineWidth(look.size * 0.05)
      .strokeColor(look.colour)
      .moveTo(x, y)
      .lineTo(x + this.widthOf(piece), y)
      .stroke()
      .restore();
  }

  #with({ face, look }: SetPiece): InstanceType<typeof PDFDocument> {
    const name = (face ?? this.#typeface[look.style][0])?.name;
    if (name === undefined) throw new Error('the typeface is empty');
    return this.#doc.font(name).fontSize(look.size);
  }

  #options({ isRightToLeft }: SetPiece): PDFKit.Mixins.TextOptions {
    return isRightToLeft ? { features: wholeRun } : {};
  }

  /** The characters as they are drawn: one that no face has by its number, brackets turned in right-to-left text. */
  #shown({ text, face, isRightToLeft }: SetPiece): string {
    if (face === null) return Array.from(text, numbered).join('');
    let shown = '';
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (face.covers.has(code)) shown += isRightToLeft ? (bidi.getMirroredCharacter(character) ?? character) : character;
      else if (character === '\t') shown += tab;
      else if (!ignorable.test(character)) shown += ' ';
    }
    // Letters of a right-to-left script are turned around where they are shaped; signs alone are not.
    return isRightToLeft && !lettered.test(shown) ? Array.from(shown).toReversed().join('') : shown;
  }
}

function isBlank(character: string): boolean {
  return ignorable.test(character) || /\s/.test(character);
}

function numbered(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
