// The drawing of the pages: their strips, and beside what is read their heads and numbers.
import type { Placed } from './flow/strip.ts';
import type { Writing } from './form/writing.ts';
import { breakLines } from './line/break-lines.ts';
import { drawable, type Element } from './line/run.ts';
import { Pen } from './pen.ts';
import { colours, page, styles, textWidth } from './sheet.ts';

/** Draws every page; the title of the round heads each. */
export function drawPages(
  pages: readonly (readonly Placed[])[],
  { doc, ink }: Writing,
  { title, root }: { readonly title: string; readonly root: Element },
): void {
  const pen = new Pen(doc, ink);
  const edge = (text: string) => breakLines([{ text, look: styles.pageEdge.look, target: null, element: root }], textWidth, 'ltr', ink);
  const head = edge(drawable(title).replaceAll('\n', ' '))[0];
  for (const [index, strips] of pages.entries()) {
    doc.addPage();
    const number = edge(`Page ${index + 1} of ${pages.length}`)[0];
    pen.beside('Pagination', () => {
      for (const { piece, x } of (head?.pieces ?? []).map((it) => ({ piece: it, x: page.margin + it.x })))
        ink.draw({ ...piece, isRightToLeft: piece.isRightToLeft }, x, page.head);
      for (const piece of number?.pieces ?? []) ink.draw(piece, page.margin + textWidth - (number?.width ?? 0) + piece.x, page.foot);
      doc
        .lineWidth(0.5)
        .strokeColor(colours.rule)
        .moveTo(page.margin, page.head + 6)
        .lineTo(page.margin + textWidth, page.head + 6)
        .stroke();
    });
    for (const { strip, top } of strips) strip.draw(pen, top);
    pen.lift();
  }
}
