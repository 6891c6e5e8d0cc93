// The pen: everything that is drawn goes through it, into an element of the document's structure or marked as beside it.
import type PDFDocument from 'pdfkit';
import type { Ink } from './line/ink.ts';
import type { SetLine, PlacedPiece } from './line/break-lines.ts';
import type { Element } from './line/run.ts';

export type Doc = InstanceType<typeof PDFDocument>;

export class Pen {
  readonly #doc: Doc;
  readonly #ink: Ink;
  #open: Element | null = null;
  #link: { readonly target: string; readonly inside: Element; readonly element: Element } | null = null;

  constructor(doc: Doc, ink: Ink) {
    this.#doc = doc;
    this.#ink = ink;
  }

  /** A line of text with its left end and its baseline there. */
  line(line: SetLine, x: number, baseline: number): void {
    for (const piece of line.pieces) {
      this.#enter(piece);
      this.#ink.draw(piece, x + piece.x, baseline);
      if (piece.target !== null && this.#link !== null) this.#makeLive(piece, piece.target, x, baseline);
    }
  }

  /** Lines, grounds, page heads: nothing that is read. */
  beside(type: 'Layout' | 'Pagination', draw: (doc: Doc) => void): void {
    this.#leave();
    this.#doc.markContent('Artifact', { type });
    draw(this.#doc);
    this.#doc.endMarkedContent();
  }

  /** Ends what is open; before a page ends and before the next begins. */
  lift(): void {
    this.#leave();
    this.#endLink();
  }

  #enter({ element, target }: PlacedPiece): void {
    if (target === null || this.#link?.target !== target || this.#link.inside !== element) this.#endLink();
    if (target !== null && this.#link === null) {
      this.#leave();
      this.#link = { target, inside: element, element: begin(this.#doc, 'Link', element) };
    }
    const into = this.#link?.element ?? element;
    if (this.#open === into) return;
    this.#leave();
    into.node.add(this.#doc.markStructureContent(into.type));
    this.#open = into;
  }

  #makeLive(piece: PlacedPiece, target: string, x: number, baseline: number): void {
    const { size } = piece.look;
    const options = { structParent: this.#link?.element.node, Contents: new String(target) };
    this.#doc.link(x + piece.x, baseline - size, piece.width, size * 1.3, target, options as unknown as PDFKit.Mixins.AnnotationOption);
  }

  #leave(): void {
    if (this.#open !== null) this.#doc.endMarkedContent();
    this.#open = null;
  }

  /** Ended on its own page, so that the annotation is found there. */
  #endLink(): void {
    if (this.#link === null) return;
    if (this.#open === this.#link.element) this.#leave();
    this.#link.element.node.end();
    this.#link = null;
  }
}

export interface ElementLook {
  /** Words that stand for what is drawn. */
  readonly alt?: string;
  /** Attributes of the standard owner, "Table" or "List" or "Layout". */
  readonly attributes?: Readonly<Record<string, string | number>>;
}

/** A new element, the last in its parent. */
export function begin(doc: Doc, type: string, parent: Element, look: ElementLook = {}): Element {
  const node = doc.struct(type, look.alt === undefined ? {} : { alt: look.alt });
  // pdfkit writes no attributes but the scope of a head cell.
  if (look.attributes !== undefined) {
    const { dictionary } = node as typeof node & { readonly dictionary: { readonly data: Record<string, unknown> } };
    dictionary.data['A'] = look.attributes;
  }
  parent.node.add(node);
  return { type, node };
}
