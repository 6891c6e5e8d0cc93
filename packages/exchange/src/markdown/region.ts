// The cutting of one exported question at its markers: the text of each field, of each row of a grid, and what stands outside of them.
import type { FieldId, Question } from '@chancery/domain';
import { type Marker, toConfirmWord } from './marker.ts';

/** A part of the file, by offsets. */
export interface FileSpan {
  readonly from: number;
  readonly to: number;
}

/** A region between markers: its own text, or that of its rows. */
export interface Region {
  readonly text: string;
  readonly rows: ReadonlyMap<string, string>;
  readonly isToConfirm: boolean;
}

interface CutQuestion {
  readonly regions: ReadonlyMap<FieldId, Region>;
  readonly gaps: readonly FileSpan[];
  /** Where the last region ends. */
  readonly end: number;
}

/** Cuts a question at its markers. A marker of an unknown field is as if it were not there: its text falls into a gap. */
export function regionsOf(text: string, markers: readonly Marker[], question: Question, span: FileSpan): CutQuestion {
  const regions = new Map<FieldId, Region>();
  const gaps: FileSpan[] = [];
  let outsideFrom = span.from;
  for (const [index, start] of markers.entries()) {
    const field = question.fields.find((it) => start.kind === 'field' && it.id === start.words[0]);
    if (field === undefined || regions.has(field.id) || start.start < outsideFrom) continue;
    const { inner, end } = inside(markers.slice(index + 1), span.to);
    gaps.push({ from: outsideFrom, to: start.start });
    const rows = new Map(
      inner.flatMap((it, at) => (it.kind === 'row' ? [[it.words[0] ?? '', between(text, it.end, inner[at + 1]?.start ?? end.from)]] : [])),
    );
    regions.set(field.id, { text: between(text, start.end, end.from), rows, isToConfirm: start.words.includes(toConfirmWord) });
    outsideFrom = end.to;
  }
  gaps.push({ from: outsideFrom, to: span.to });
  return { regions, gaps, end: outsideFrom };
}

/** Markers inside a field and the span of the one that ends it; without an end, it lasts to the next field or the end of the question. */
function inside(markers: readonly Marker[], last: number): { readonly inner: readonly Marker[]; readonly end: FileSpan } {
  let isInRow = false;
  for (const [index, marker] of markers.entries()) {
    if (marker.kind === 'field') return { inner: markers.slice(0, index), end: { from: marker.start, to: marker.start } };
    if (marker.kind === 'end' && !isInRow) return { inner: markers.slice(0, index), end: { from: marker.start, to: marker.end } };
    isInRow = marker.kind === 'row';
  }
  return { inner: markers, end: { from: last, to: last } };
}

function between(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/^\n+|\n+$/g, '');
}
