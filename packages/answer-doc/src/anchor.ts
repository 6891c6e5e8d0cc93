// Owns passage anchors: two ends that follow their characters through concurrent edits, and the words as they were.
import * as Y from 'yjs';
import { memberOf } from './loose-node.ts';
import { fragmentOf, type Place } from './place.ts';
import { mapText, offsetOf, runAt, type Span, type TextMap, wordsBetween } from './text-run.ts';

/** A passage as plain JSON. `start` and `end` are base64 of encoded Y.RelativePositions; each holds to the character inside, so what is typed at an edge stays outside. */
export interface Anchor {
  readonly place: Place;
  readonly start: string;
  readonly end: string;
  /** The words as they were, a new line between blocks, at most `maxQuoteLength`. */
  readonly quote: string;
}

/** The passage now. `from` and `to` are offsets in the text of the place, block boundaries not counted. */
export type Passage =
  | { readonly state: 'present'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly state: 'deleted'; readonly quote: string };

export interface Ends {
  readonly start: Y.RelativePosition;
  readonly end: Y.RelativePosition;
}

export const maxQuoteLength = 2000;
const maxEndLength = 2000;

/** A shorter quote is too likely to stand elsewhere by chance to be followed by its words alone. */
const minFollowedQuote = 12;

/** Anchors the text from offset `from` to `to` of a place; null where there is none between them. */
export function createAnchor(doc: Y.Doc, place: Place, from: number, to: number): Anchor | null {
  const map = mapText(fragmentOf(doc, place));
  const ends = endsOf(map, { start: from, end: to });
  if (ends === null) return null;
  const quote = wordsBetween(map, from, to).slice(0, maxQuoteLength).toWellFormed();
  return { place, start: encode(ends.start), end: encode(ends.end), quote };
}

/** Anchors a selection of the editor, given as the relative positions that its binding makes of it. */
export function anchorBetween(doc: Y.Doc, place: Place, { start, end }: Ends): Anchor | null {
  const map = mapText(fragmentOf(doc, place));
  const from = offsetAt(doc, map, start);
  const to = offsetAt(doc, map, end);
  return from === null || to === null ? null : createAnchor(doc, place, from, to);
}

/** Where the passage is and what it says now, or that it was deleted. Never throws. */
export function resolveAnchor(doc: Y.Doc, anchor: Anchor): Passage {
  const map = mapText(fragmentOf(doc, anchor.place));
  const span = followed(map, spanOf(doc, map, anchor), anchor.quote);
  if (span === null) return { state: 'deleted', quote: anchor.quote };
  return { state: 'present', from: span.start, to: span.end, text: wordsBetween(map, span.start, span.end) };
}

/** Relative positions of the passage as it stands, for the editor's binding to turn into its own; null when it was deleted. */
export function endsOfAnchor(doc: Y.Doc, anchor: Anchor): Ends | null {
  const passage = resolveAnchor(doc, anchor);
  if (passage.state === 'deleted') return null;
  return endsOf(mapText(fragmentOf(doc, anchor.place)), { start: passage.from, end: passage.to });
}

/** True for an anchor as `createAnchor` makes it, whatever document it is of. */
export function isAnchor(value: unknown): value is Anchor {
  const quote = memberOf(value, 'quote');
  if (typeof quote !== 'string' || quote === '' || quote.length > maxQuoteLength || !quote.isWellFormed()) return false;
  return isPlace(memberOf(value, 'place')) && decode(memberOf(value, 'start')) !== null && decode(memberOf(value, 'end')) !== null;
}

function isPlace(value: unknown): boolean {
  const [row, option] = [memberOf(value, 'row'), memberOf(value, 'option')];
  const isPart = (it: unknown): boolean => it === undefined || typeof it === 'string';
  return typeof memberOf(value, 'field') === 'string' && isPart(row) && isPart(option) && (row === undefined || option === undefined);
}

function endsOf(map: TextMap, { start, end }: Span): Ends | null {
  const first = runAt(map, start);
  const last = runAt(map, end - 1);
  if (first === null || last === null || start >= end) return null;
  return {
    start: Y.createRelativePositionFromTypeIndex(first.type, start - first.start, 0),
    end: Y.createRelativePositionFromTypeIndex(last.type, end - last.start, -1),
  };
}

/** What is left of the passage between its ends; null where nothing is. */
function spanOf(doc: Y.Doc, map: TextMap, anchor: Anchor): Span | null {
  const first = positionOf(doc, decode(anchor.start));
  const last = positionOf(doc, decode(anchor.end));
  const from = first === null ? null : offsetOf(map, first.type, first.index);
  const to = last === null ? null : offsetOf(map, last.type, last.index);
  // Where the block of one end is gone, what remains is in the block of the other.
  const start = from ?? (last === null ? null : (map.spans.get(last.type)?.start ?? null));
  const end = to ?? (first === null ? null : (map.spans.get(first.type)?.end ?? null));
  return start === null || end === null || start >= end ? null : { start, end };
}

/**
 * The span, or the place to which its words went. Splitting a paragraph or making it a list item deletes text and writes it anew,
 * since that is how ProseMirror bindings keep blocks; then the words are followed, if they stand in this place exactly once.
 */
function followed(map: TextMap, span: Span | null, quote: string): Span | null {
  const words = quote.replaceAll('\n', '');
  const left = span === null ? '' : map.text.slice(span.start, span.end);
  if (left === words) return span;
  const start = map.text.indexOf(words);
  if (start < 0 || start !== map.text.lastIndexOf(words)) return span;
  const end = start + words.length;
  if (span === null) return words.length < minFollowedQuote ? null : { start, end };
  const isRest = words.includes(left) && start <= span.start && span.end <= end;
  return isRest ? { start, end } : span;
}

function offsetAt(doc: Y.Doc, map: TextMap, position: Y.RelativePosition): number | null {
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc);
  return found === null ? null : offsetOf(map, found.type, found.index);
}

/** The ends come from clients; Yjs throws on ids of types that the document never had. */
function positionOf(doc: Y.Doc, position: Y.RelativePosition | null): Y.AbsolutePosition | null {
  if (position === null) return null;
  try {
    return Y.createAbsolutePositionFromRelativePosition(position, doc);
  } catch {
    return null;
  }
}

function encode(position: Y.RelativePosition): string {
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));
}

/** The position of an end, or null where it is none of ours: those always hold to a character. */
function decode(end: unknown): Y.RelativePosition | null {
  if (typeof end !== 'string' || end.length > maxEndLength) return null;
  try {
    const position = Y.decodeRelativePosition(Uint8Array.from(atob(end), (it) => it.charCodeAt(0)));
    return position.item === null ? null : position;
  } catch {
    return null;
  }
}
