// The breaking of a paragraph into lines, and the order of their pieces from left to right.
import LineBreaker from 'linebreak';
import { bidi, type Direction, hasRightToLeft } from '../../direction.ts';
import type { Ink, SetPiece } from './ink.ts';
import type { Element, LetterRun } from './run.ts';
import type { FontFile } from '../type/typeface.ts';

export interface PlacedPiece extends SetPiece {
  readonly target: string | null;
  readonly element: Element;
  /** From the line's left end. */
  readonly x: number;
  readonly width: number;
}

/** In reading order. */
export interface SetLine {
  readonly pieces: readonly PlacedPiece[];
  readonly width: number;
}

/** A stretch of the paragraph that is drawn alike; `end` is exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly run: LetterRun;
  readonly face: FontFile | null;
  readonly level: number;
}

/** The lines of these runs, which are drawable; a word wider than the paper is cut between characters. A paragraph without text has one empty line. */
export function breakLines(runs: readonly LetterRun[], width: number, direction: Direction, ink: Ink): readonly SetLine[] {
  const text = runs.map((it) => it.text).join('');
  const stretches = stretchesOf(runs, text, direction, ink);
  const lines: SetLine[] = [];
  let at = 0;
  for (const part of text.split('\n')) {
    const paper = new Paper(text, stretches, ink);
    for (const [start, end] of rangesOf(paper, at, at + part.length, width)) lines.push(paper.lineOf(start, end));
    at += part.length + 1;
  }
  return lines;
}

function stretchesOf(runs: readonly LetterRun[], text: string, direction: Direction, ink: Ink): readonly Stretch[] {
  const levels = direction === 'rtl' || hasRightToLeft(text) ? bidi.getEmbeddingLevels(text, direction).levels : null;
  const stretches: Stretch[] = [];
  let start = 0;
  for (const run of runs) {
    let at = start;
    let open: { start: number; face: FontFile | null; level: number } | null = null;
    for (const character of run.text) {
      const face: FontFile | null = ink.faceOf(character, run.look.style, open?.face);
      const level = levels?.[at] ?? 0;
      if (open === null || open.face !== face || open.level !== level) {
        if (open !== null) stretches.push({ ...open, end: at, run });
        open = { start: at, face, level };
      }
      at += character.length;
    }
    if (open !== null) stretches.push({ ...open, end: at, run });
    start = at;
  }
  return stretches;
}

/** Where each line begins and ends. */
function* rangesOf(paper: Paper, start: number, end: number, width: number): Generator<readonly [number, number]> {
  const breaker = new LineBreaker(paper.text.slice(start, end));
  let lineStart = start;
  let used = 0;
  let at = start;
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const next = start + found.position;
    const solid = paper.widthOf(at, at + paper.text.slice(at, next).trimEnd().length);
    if (used + solid > width && at > lineStart) {
      yield [lineStart, at];
      lineStart = at;
      used = 0;
    }
    if (solid > width) {
      for (const [from, to] of paper.cut(at, next, width)) {
        if (to === next) [lineStart, used] = [from, paper.widthOf(from, to)];
        else yield [from, to];
      }
    } else used += paper.widthOf(at, next);
    at = next;
  }
  yield [lineStart, end];
}

class Paper {
  readonly text: string;
  readonly #stretches: readonly Stretch[];
  readonly #ink: Ink;
  /** Questions come from left to right: the stretch of the last answer is where the next begins to look. */
  #near = 0;

  constructor(text: string, stretches: readonly Stretch[], ink: Ink) {
    this.text = text;
    this.#stretches = stretches;
    this.#ink = ink;
  }

  widthOf(start: number, end: number): number {
    return this.#within(start, end).reduce((sum, it) => sum + this.#ink.widthOf(it.piece), 0);
  }

  /** A word wider than the line in pieces that fit, at least one character each. */
  *cut(start: number, end: number, width: number): Generator<readonly [number, number]> {
    let from = start;
    let used = 0;
    for (let at = start; at < end; ) {
      const next = at + ((this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
      const more = this.widthOf(at, next);
      if (used + more > width && at > from) {
        yield [from, at];
        from = at;
        used = 0;
      }
      used += more;
      at = next;
    }
    yield [from, end];
  }

  lineOf(start: number, end: number): SetLine {
    const solidEnd = start + this.text.slice(start, end).trimEnd().length;
    const solid = this.#within(start, solidEnd);
    const isPlain = solid.every((it) => it.level === 0 && !it.piece.look.isUnderlined);
    // The space at which a line ends is in the file, so that anyone who takes its words out finds it; right-to-left lines would be moved by it.
    const parts = isPlain ? this.#within(start, Math.min(end, solidEnd + 1)) : solid;
    const widths = parts.map((it) => this.#ink.widthOf(it.piece));
    const lefts = new Map<number, number>();
    let x = 0;
    for (const index of visualOrder(parts.map((it) => it.level))) {
      lefts.set(index, x);
      x += widths[index] ?? 0;
    }
    const pieces = parts.map(({ piece, run }, index) => ({
      ...piece,
      target: run.target,
      element: run.element,
      x: lefts.get(index) ?? 0,
      width: widths[index] ?? 0,
    }));
    return { pieces, width: isPlain ? this.widthOf(start, solidEnd) : x };
  }

  #within(start: number, end: number): readonly { readonly piece: SetPiece; readonly run: LetterRun; readonly level: number }[] {
    while (this.#near > 0 && (this.#stretches[this.#near]?.start ?? Number.POSITIVE_INFINITY) > start) this.#near -= 1;
    while (this.#near < this.#stretches.length && (this.#stretches[this.#near]?.end ?? 0) <= start) this.#near += 1;
    const parts = [];
    for (let index = this.#near; index < this.#stretches.length; index += 1) {
      const stretch = this.#stretches[index];
      if (stretch === undefined || stretch.start >= end) break;
      const text = this.text.slice(Math.max(start, stretch.start), Math.min(end, stretch.end));
      const { run, face, level } = stretch;
      if (text !== '') parts.push({ piece: { text, face, look: run.look, isRightToLeft: level % 2 === 1 }, run, level });
    }
    return parts;
  }
}

/** Rule L2 of the Bidirectional Algorithm: the pieces from left to right. */
function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  for (let level = Math.max(0, ...levels); level > 0; level -= 1) {
    for (let first = 0; first < order.length; first += 1) {
      let end = first;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      if (end > first) order.splice(first, end - first, ...order.slice(first, end).toReversed());
      first = Math.max(first, end);
    }
  }
  return order;
}
