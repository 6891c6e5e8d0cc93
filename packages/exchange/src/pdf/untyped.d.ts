// The two packages of the PDF that come without types, as far as they are used.

declare module 'linebreak' {
  /** The places where a line may end (Unicode Standard Annex 14). */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number } | null;
  }
}

declare module 'subset-font' {
  /** The font with the glyphs of these characters alone, at one place of its variation axes. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'truetype'; readonly variationAxes?: Readonly<Record<string, number>> },
  ): Promise<Uint8Array>;
}
