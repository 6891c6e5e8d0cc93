// The text of a fragment as one string with offsets, UTF-16 units as Yjs counts them. Block boundaries count nothing.
import * as Y from 'yjs';

/** One Y.XmlText and where its text begins. */
interface Run {
  readonly type: Y.Text;
  readonly start: number;
  readonly text: string;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface TextMap {
  readonly runs: readonly Run[];
  /** All text, without anything between blocks. */
  readonly text: string;
  /** Of every type in the fragment, itself included. */
  readonly spans: ReadonlyMap<unknown, Span>;
}

/** Maps a fragment. Walks without recursion, so that no nesting exhausts the stack. */
export function mapText(fragment: Y.XmlFragment): TextMap {
  const runs: Run[] = [];
  const spans = new Map<unknown, Span>();
  let length = 0;
  const waiting: (() => void)[] = [];
  const enter = (type: unknown): void => {
    const start = length;
    if (type instanceof Y.Text) {
      const text = textOf(type);
      runs.push({ type, start, text });
      length += text.length;
      spans.set(type, { start, end: length });
    } else if (type instanceof Y.XmlFragment) {
      waiting.push(() => spans.set(type, { start, end: length }));
      for (const child of (type.toArray() as readonly unknown[]).toReversed()) waiting.push(() => enter(child));
    }
  };
  enter(fragment);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) next();
  return { runs, text: runs.map((run) => run.text).join(''), spans };
}

/** The offset of an index in a type of the fragment, or null where the type is no longer in it. */
export function offsetOf(map: TextMap, type: unknown, index: number): number | null {
  const span = map.spans.get(type);
  if (span === undefined) return null;
  if (type instanceof Y.Text) return Math.min(span.start + index, span.end);
  const child: unknown = type instanceof Y.XmlFragment && index < type.length ? type.get(index) : undefined;
  return map.spans.get(child)?.start ?? span.end;
}

/** The run that holds the character at an offset. */
export function runAt(map: TextMap, offset: number): Run | null {
  return map.runs.find((run) => run.start <= offset && offset < run.start + run.text.length) ?? null;
}

/** The text between two offsets, a new line where another text begins. */
export function textBetween(map: TextMap, from: number, to: number): string {
  return map.runs
    .map(({ start, text }) => text.slice(Math.max(0, from - start), Math.max(0, to - start)))
    .filter((it) => it !== '')
    .join('\n');
}

/** An embedded value counts one, as it does in Yjs. */
function textOf(type: Y.Text): string {
  const pieces = type.toDelta() as readonly { readonly insert: unknown }[];
  return pieces.map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('');
}
