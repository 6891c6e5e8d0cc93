// Where the caret was in a text, in letters, and where that is in another state of the same text.
import type { Editor } from '@tiptap/core';

export interface KeptCaret {
  readonly text: string;
  readonly anchor: number;
  readonly head: number;
}

/** Where the selection of an editor stands. */
export function takeCaret({ state: { doc, selection } }: Editor): KeptCaret {
  const lettersBefore = (position: number): number => doc.textBetween(0, position, '\n', '\n').length;
  return {
    text: doc.textBetween(0, doc.content.size, '\n', '\n'),
    anchor: lettersBefore(selection.anchor),
    head: lettersBefore(selection.head),
  };
}

/** Puts the selection there again, as near as the text still allows, without moving the page. */
export function putCaret(editor: Editor, { text, anchor, head }: KeptCaret): void {
  const { doc } = editor.state;
  const now = doc.textBetween(0, doc.content.size, '\n', '\n');
  const positionOf = (letters: number): number => positionAfter(editor, movedOffset(text, now, letters));
  const [from, to] = [positionOf(anchor), positionOf(head)];
  editor.chain().setTextSelection({ from, to }).focus(null, { scrollIntoView: false }).run();
}

/** Where a place in `before` is in `after`: counted from the beginning as far as the two agree, from the end behind the change, else at it. */
export function movedOffset(before: string, after: string, offset: number): number {
  const max = Math.min(before.length, after.length);
  let start = 0;
  while (start < max && before[start] === after[start]) start += 1;
  if (offset <= start) return offset;
  let end = 0;
  while (end < max - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (offset >= before.length - end) return after.length - (before.length - offset);
  return start;
}

/** The first position with so many letters before it. */
function positionAfter({ state: { doc } }: Editor, letters: number): number {
  let [low, high] = [0, doc.content.size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (doc.textBetween(0, middle, '\n', '\n').length < letters) low = middle + 1;
    else high = middle;
  }
  return low;
}
