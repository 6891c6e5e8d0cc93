// Passage anchors: two ends that follow their characters through concurrent edits, and the words as they were.
import { type Anchor, maxQuoteLength, type Place } from '@chancery/domain';
import * as Y from 'yjs';
import { type AnchorEnd, contextLength, decodeEnd, encodeEnd } from './anchor-end.ts';
import { follow, type Rest } from './follow-text.ts';
import { memberOf } from '../canonical/loose-node.ts';
import { fragmentOf } from '../place.ts';
import { mapText, offsetOf, runAt, type Span, type TextMap, textBetween } from './text-run.ts';

/** The passage now. `from` and `to` are offsets in the text of the place, block boundaries not counted. */
export type ResolvedAnchor =
  | { readonly state: 'present'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly state: 'deleted'; readonly quote: string };

export interface Ends {
  readonly start: Y.RelativePosition;
  readonly end: Y.RelativePosition;
}

/** Anchors the text from offset `from` to `to` of a place; null where there is none between them. */
export function createAnchor(doc: Y.Doc, place: Place, from: number, to: number): Anchor | null {
  const map = mapText(fragmentOf(doc, place));
  // To the character on the right of the first edge and on the left of the second: both inside.
  const ends = endsOf(map, { start: from, end: to }, 0);
  if (ends === null) return null;
  const before = map.text.slice(Math.max(0, from - contextLength), from).toWellFormed();
  const after = map.text.slice(to, to + contextLength).toWellFormed();
  const quote = textBetween(map, from, to).slice(0, maxQuoteLength).toWellFormed();
  return {
    place,
    start: encodeEnd({ position: ends.start, context: before }),
    end: encodeEnd({ position: ends.end, context: after }),
    quote,
  };
}

/** Anchors a selection of the editor, given as the relative positions that its binding makes of it. */
export function anchorBetween(doc: Y.Doc, place: Place, { start, end }: Ends): Anchor | null {
  const map = mapText(fragmentOf(doc, place));
  const from = offsetAt(map, positionOf(doc, start));
  const to = offsetAt(map, positionOf(doc, end));
  return from === null || to === null ? null : createAnchor(doc, place, from, to);
}

/** Where the passage is and what it says now, or that it was deleted. Never throws. */
export function resolveAnchor(doc: Y.Doc, anchor: Anchor): ResolvedAnchor {
  const [start, end] = [decodeEnd(anchor.start), decodeEnd(anchor.end)];
  const map = mapText(fragmentOf(doc, anchor.place));
  const left = start === null || end === null ? null : spanBetween(doc, map, start, end);
  const words = { before: start?.context ?? '', quote: anchor.quote.replaceAll('\n', ''), after: end?.context ?? '' };
  const span = follow(map.text, left, words);
  if (span === null) return { state: 'deleted', quote: anchor.quote };
  return { state: 'present', from: span.start, to: span.end, text: textBetween(map, span.start, span.end) };
}

/** Relative positions of the passage as it stands, for the editor's binding to turn into its own at once; null when it was deleted. */
export function endsOfAnchor(doc: Y.Doc, anchor: Anchor): Ends | null {
  const passage = resolveAnchor(doc, anchor);
  if (passage.state === 'deleted') return null;
  // The binding makes all its positions so, and takes one at the very start for a mistake when it holds to the right.
  return endsOf(mapText(fragmentOf(doc, anchor.place)), { start: passage.from, end: passage.to }, -1);
}

/** True for an anchor as `createAnchor` makes it, whatever document it is of. */
export function isAnchor(value: unknown): value is Anchor {
  const quote = memberOf(value, 'quote');
  if (typeof quote !== 'string' || quote === '' || quote.length > maxQuoteLength || !quote.isWellFormed()) return false;
  return isPlace(memberOf(value, 'place')) && decodeEnd(memberOf(value, 'start')) !== null && decodeEnd(memberOf(value, 'end')) !== null;
}

function isPlace(value: unknown): boolean {
  const [row, option] = [memberOf(value, 'row'), memberOf(value, 'option')];
  const isPart = (it: unknown): boolean => it === undefined || typeof it === 'string';
  return typeof memberOf(value, 'field') === 'string' && isPart(row) && isPart(option) && (row === undefined || option === undefined);
}

function endsOf(map: TextMap, { start, end }: Span, startAssociation: 0 | -1): Ends | null {
  const first = runAt(map, start);
  const last = runAt(map, end - 1);
  if (first === null || last === null || start >= end) return null;
  return {
    start: Y.createRelativePositionFromTypeIndex(first.type, start - first.start, startAssociation),
    end: Y.createRelativePositionFromTypeIndex(last.type, end - last.start, -1),
  };
}

/** What is left of the passage between its ends; null where nothing is. */
function spanBetween(doc: Y.Doc, map: TextMap, first: AnchorEnd, last: AnchorEnd): Rest | null {
  const [head, tail] = [positionOf(doc, first.position), positionOf(doc, last.position)];
  // Where the block of one end is gone, what remains is in the block of the other.
  const [from, to] = [offsetAt(map, head), offsetAt(map, tail)];
  const start = from ?? map.spans.get(tail?.type)?.start ?? null;
  const end = to ?? map.spans.get(head?.type)?.end ?? null;
  const isWhole = from !== null && to !== null;
  return start === null || end === null || start >= end ? null : { start, end, isWhole };
}

function offsetAt(map: TextMap, position: Y.AbsolutePosition | null): number | null {
  return position === null ? null : offsetOf(map, position.type, position.index);
}

/** Positions come from clients; Yjs throws on ids of types that the document never had. */
function positionOf(doc: Y.Doc, position: Y.RelativePosition): Y.AbsolutePosition | null {
  try {
    return Y.createAbsolutePositionFromRelativePosition(position, doc);
  } catch {
    return null;
  }
}
