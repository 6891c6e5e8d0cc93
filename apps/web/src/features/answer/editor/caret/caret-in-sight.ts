// The line of the caret, kept clear of every bar: what ProseMirror is told of them, and what happens when others write or bars grow.
import type { Doc, Transaction } from 'yjs';
import { barsChanged, freeBand } from '../../../../ui/page/bars.ts';
import type { OpenEditors } from '../open-editors.ts';

const gapPx = 12;

/** As `scrollMargin` and `scrollThreshold`: how much of each side of the window is covered at this moment, and a little air. */
export const coveredSides = {
  get top(): number {
    return freeBand().top + gapPx;
  },
  get bottom(): number {
    return (visualViewport?.height ?? document.documentElement.clientHeight) - freeBand().bottom + gapPx;
  },
  left: 5,
  right: 5,
};

interface Line {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The caret of the person who writes in one of these editors. Text that others write above moves away from it, not the caret; and a bar that
 * grows, or a window that shrinks, never covers a line that was in sight.
 */
export class CaretInSight implements Disposable {
  readonly #document: Doc;
  readonly #editors: OpenEditors;
  readonly #stop = new AbortController();
  /** Before what others write is drawn. */
  #held: { readonly top: number; readonly scrolled: number } | null = null;
  #wasClear = false;
  #frame = 0;

  constructor(document: Doc, editors: OpenEditors) {
    this.#document = document;
    this.#editors = editors;
    document.on('beforeTransaction', this.#othersWrite);
    const { signal } = this.#stop;
    for (const event of ['keydown', 'beforeinput', 'pointerdown']) addEventListener(event, this.#settle, { capture: true, signal });
    for (const event of ['scroll', 'selectionchange']) globalThis.document.addEventListener(event, this.#look, { signal });
    globalThis.document.addEventListener(barsChanged, this.#lookLater, { signal });
    visualViewport?.addEventListener('resize', this.#lookLater, { signal });
  }

  [Symbol.dispose](): void {
    this.#document.off('beforeTransaction', this.#othersWrite);
    this.#stop.abort();
    cancelAnimationFrame(this.#frame);
  }

  readonly #othersWrite = ({ local }: Transaction): void => {
    if (local || this.#held !== null) return;
    const line = this.#line();
    if (line === null || !isClear(line)) return;
    this.#held = { top: line.top, scrolled: scrollY };
    this.#lookLater();
  };

  /** At the latest before the person moves the caret. */
  readonly #settle = (): void => {
    const held = this.#held;
    this.#held = null;
    const line = held === null ? null : this.#line();
    // Anyone who has scrolled meanwhile has chosen where to be.
    if (held !== null && line !== null && scrollY === held.scrolled) scrollBy(0, line.top - held.top);
  };

  readonly #look = (): void => {
    const line = this.#line();
    this.#wasClear = line !== null && isClear(line);
  };

  readonly #lookLater = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#settle();
      const line = this.#line();
      if (line === null || !this.#wasClear) return;
      const { top, bottom } = freeBand();
      if (line.bottom > bottom - gapPx) scrollBy(0, line.bottom - bottom + gapPx);
      else if (line.top < top + gapPx) scrollBy(0, line.top - top - gapPx);
    });
  };

  #line(): Line | null {
    const editor = this.#editors.current()?.editor;
    if (editor === undefined || editor.isDestroyed || !editor.view.hasFocus()) return null;
    return editor.view.coordsAtPos(editor.state.selection.head);
  }
}

function isClear({ top, bottom }: Line): boolean {
  const free = freeBand();
  return top >= free.top && bottom <= free.bottom;
}
