// Cutting the inside of a paragraph by characters.
import type { Inline } from './context.ts';

/** The pieces between two places, counted in characters; a line end is one. */
export function cutPieces(pieces: readonly Inline[], from: number, to = Infinity): readonly Inline[] {
  let place = 0;
  return pieces.flatMap((piece): readonly Inline[] => {
    const start = place;
    const length = piece.kind === 'break' ? 1 : piece.text.length;
    place += length;
    if (place <= from || start >= to) return [];
    if (piece.kind === 'break') return [piece];
    return [{ ...piece, text: piece.text.slice(Math.max(0, from - start), Math.min(length, to - start)) }];
  });
}
