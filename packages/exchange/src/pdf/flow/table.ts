// The drawing of tables: rows of cells, each a flow of its own; a row that does not fit goes on on the next page.
import { colours } from '../sheet.ts';
import type { Pen } from '../pen.ts';
import { fitting, heightOf, stacked, type Strip } from './strip.ts';

const padding = { x: 5, y: 3 } as const;

export interface Cell {
  readonly x: number;
  readonly width: number;
  readonly isHead: boolean;
  /** It goes on in the row below, or comes from the one above: no line between. */
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
  readonly strips: readonly Strip[];
}

/** Width left for the text of a cell that wide. */
export function insideOf(width: number): number {
  return width - 2 * padding.x;
}

/** Where the text of a cell begins that begins there. */
export function insideFrom(x: number): number {
  return x + padding.x;
}

/** A row with fewer points of height stays on one page. */
const maxUncut = 180;

/** A row as a strip; `isHead`: not the last on its page. */
export function rowStrip(cells: readonly Cell[], isHead: boolean): Strip {
  const height = Math.max(0, ...cells.map((it) => heightOf(it.strips))) + 2 * padding.y;
  const firstLine = Math.max(0, ...cells.map((it) => it.strips[0]?.height ?? 0)) + 2 * padding.y;
  const isWhole = isHead || height <= maxUncut;
  return {
    height,
    before: 0,
    keepNext: isHead,
    minHeight: isWhole ? height : Math.min(height, firstLine + 40),
    draw: (pen, top) => drawRow(pen, cells, top, height),
    cut: (room) => (isWhole && height <= 600 ? null : cutRow(cells, room, isHead)),
  };
}

function cutRow(cells: readonly Cell[], room: number, isHead: boolean): readonly [Strip, Strip] | null {
  const parts = cells.map((cell) => ({ cell, parts: fitting(cell.strips, room - 2 * padding.y) }));
  if (parts.every(({ parts: [upper] }) => upper.length === 0)) return null;
  const upper = parts.map(({ cell, parts: [strips] }) => ({ ...cell, strips }));
  const lower = parts.map(({ cell, parts: [, strips] }) => ({ ...cell, strips }));
  return [rowStrip(upper, isHead), rowStrip(lower, isHead)];
}

function drawRow(pen: Pen, cells: readonly Cell[], top: number, height: number): void {
  pen.beside('Layout', (doc) => {
    for (const cell of cells.filter((it) => it.isHead)) doc.rect(cell.x, top, cell.width, height).fill(colours.headGround);
    doc.lineWidth(0.5).strokeColor(colours.tableLine);
    for (const { x, width, isOpenAbove, isOpenBelow } of cells) {
      doc
        .moveTo(x, top)
        .lineTo(x, top + height)
        .moveTo(x + width, top)
        .lineTo(x + width, top + height);
      if (!isOpenAbove) doc.moveTo(x, top).lineTo(x + width, top);
      if (!isOpenBelow) doc.moveTo(x, top + height).lineTo(x + width, top + height);
    }
    doc.stroke();
  });
  for (const cell of cells) for (const { strip, top: y } of stacked(cell.strips, top + padding.y)) strip.draw(pen, y);
}
