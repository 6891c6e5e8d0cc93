// The passages of a text as it stands in a document, and who wrote each of them.
import * as Y from 'yjs';
import type { Attribution, Deed } from './attribution.ts';
import { keyOf } from './spells.ts';

/** Words of one item of the document. */
interface Piece {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** The words of one block, in reading order. */
export type Line = readonly Piece[];

/** Words of one author that stand together, whenever they were written: `at` is the latest of it. */
export interface AttributedPassage extends Deed {
  readonly text: string;
}

/** The lines of a fragment that hold words: all that attribution asks of a document, so that it need not wait for the attribution. */
export function linesOf(fragment: Y.XmlFragment): readonly Line[] {
  return [...textsOf(fragment)].map(piecesOf).filter((line) => line.length > 0);
}

/** The passages of these lines. Their texts make the whole text, with a line break between lines. */
export function attribute(lines: readonly Line[], attribution: Attribution): readonly AttributedPassage[] {
  const passages: AttributedPassage[] = [];
  for (const line of lines) {
    const last = passages.pop();
    if (last !== undefined) passages.push({ ...last, text: `${last.text}\n` });
    for (const piece of line) for (const passage of passagesOfPiece(piece, attribution)) join(passages, passage);
  }
  return passages;
}

function join(passages: AttributedPassage[], passage: AttributedPassage): void {
  const last = passages.at(-1);
  if (last === undefined || keyOf(last.author) !== keyOf(passage.author)) passages.push(passage);
  else passages.splice(-1, 1, { ...last, text: last.text + passage.text, at: Math.max(last.at, passage.at) });
}

/** Every text of the fragment, however deep. */
function* textsOf(fragment: Y.XmlFragment): Iterable<Y.XmlText> {
  for (const child of fragment.toArray()) {
    if (child instanceof Y.XmlText) yield child;
    else if (child instanceof Y.XmlFragment) yield* textsOf(child);
  }
}

function piecesOf(text: Y.XmlText): Line {
  const pieces: Piece[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) {
      const { client, clock } = item.id;
      pieces.push({ client, clock, text: item.content.str });
    }
  }
  return pieces;
}

function* passagesOfPiece({ client, clock, text }: Piece, attribution: Attribution): Iterable<AttributedPassage> {
  for (let from = 0; from < text.length; ) {
    const run = attribution.written.find(client, clock + from);
    const to = run === null ? text.length : Math.min(text.length, run.clock + run.length - clock);
    const deed = run === null ? { author: null, at: 0 } : attribution.deedOf(run);
    yield { ...deed, text: text.slice(from, to) };
    from = to;
  }
}
