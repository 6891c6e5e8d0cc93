// The bookmarks: sections, and under each its headings and questions.
import type { Strip } from '../flow/strip.ts';
import type { Doc } from '../pen.ts';
import { page } from '../sheet.ts';

const maxTitleLength = 120;

export class Bookmarks {
  readonly #doc: Doc;
  #section: PDFKit.PDFOutline | null = null;

  constructor(doc: Doc) {
    this.#doc = doc;
  }

  /** The strips, the first of which a bookmark leads to once it is drawn. */
  marked(strips: readonly Strip[], title: string, level: 1 | 2): readonly Strip[] {
    const [first, ...rest] = strips;
    if (first === undefined) return strips;
    const draw: Strip['draw'] = (pen, top) => {
      const parent = level === 1 || this.#section === null ? this.#doc.outline : this.#section;
      // pdfkit counts `left` from the right edge.
      const options = { expanded: false, top: Math.max(0, top - 8), left: page.width };
      const item = parent.addItem(title.length > maxTitleLength ? `${title.slice(0, maxTitleLength - 1).toWellFormed()}…` : title, options);
      if (level === 1) this.#section = item;
      first.draw(pen, top);
    };
    return [{ ...first, draw }, ...rest];
  }
}
