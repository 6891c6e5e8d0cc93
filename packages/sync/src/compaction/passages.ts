// Owns who wrote each passage of a text, as it stands in a document.
import * as Y from 'yjs';
import type { Attribution, Deed } from './attribution.ts';
import { keyOf } from './spells.ts';

/** Words that one author wrote in one go of the text, whenever: `at` is the latest of it. */
export interface Passage extends Deed {
  readonly text: string;
}

/** The passages of a fragment in reading order. Their texts make the whole text, with a line break between blocks. */
export function passagesOf(fragment: Y.XmlFragment, attribution: Attribution): readonly Passage[] {
  const passages: Passage[] = [];
  for (const block of blocksOf(fragment)) {
    const pieces = [...piecesOf(block, attribution)];
    if (pieces.length === 0) continue;
    const last = passages.pop();
    if (last !== undefined) passages.push({ ...last, text: `${last.text}\n` });
    for (const piece of pieces) join(passages, piece);
  }
  return passages;
}

function join(passages: Passage[], piece: Passage): void {
  const last = passages.at(-1);
  if (last === undefined || keyOf(last.author) !== keyOf(piece.author)) passages.push(piece);
  else passages.splice(-1, 1, { ...last, text: last.text + piece.text, at: Math.max(last.at, piece.at) });
}

/** Every text of the fragment, however deep. */
function* blocksOf(fragment: Y.XmlFragment): Iterable<Y.XmlText> {
  for (const child of fragment.toArray()) {
    if (child instanceof Y.XmlText) yield child;
    else if (child instanceof Y.XmlFragment) yield* blocksOf(child);
  }
}

function* piecesOf(text: Y.XmlText, attribution: Attribution): Iterable<Passage> {
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    yield* piecesOfItem(item.id, item.content.str, attribution);
  }
}

function* piecesOfItem({ client, clock }: Y.ID, text: string, attribution: Attribution): Iterable<Passage> {
  for (let from = 0; from < text.length; ) {
    const run = attribution.written.find(client, clock + from);
    const to = run === null ? text.length : Math.min(text.length, run.clock + run.length - clock);
    const deed = run === null ? { author: null, at: 0 } : attribution.deedOf(run);
    yield { ...deed, text: text.slice(from, to) };
    from = to;
  }
}
