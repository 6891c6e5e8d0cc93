// Where the names at others' carets stand: on one line over the caret, within the paper, and never over each other. A name is read when its caret
// has moved; then it makes room, and a mark is left.
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

const shownMs = 2500;
const edgePx = 4;

interface Seen {
  readonly place: string;
  readonly movedAt: number;
}

/** The plugin of an editor whose carets are elements of class `caret` with a `caret-label` inside. */
export function caretLabels(): Plugin {
  return new Plugin({ key: new PluginKey('caret-labels'), view: (view) => new CaretLabels(view) });
}

class CaretLabels {
  readonly #view: EditorView;
  readonly #seen = new Map<string, Seen>();
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView) {
    this.#view = view;
  }

  update(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#place());
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  #place(): void {
    const carets = [...this.#view.dom.querySelectorAll<HTMLElement>('.caret')];
    if (carets.length === 0) return this.#seen.clear();
    const origin = this.#view.dom.getBoundingClientRect();
    const now = Date.now();
    for (const caret of carets) {
      const { left, top } = caret.getBoundingClientRect();
      const place = `${Math.round(left - origin.left)} ${Math.round(top - origin.top)}`;
      const owner = caret.dataset['person'] ?? '';
      if (this.#seen.get(owner)?.place !== place) this.#seen.set(owner, { place, movedAt: now });
    }
    this.#show(carets, now);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show([...this.#view.dom.querySelectorAll<HTMLElement>('.caret')], Date.now()), shownMs);
  }

  /** The one that moved last before the others; what would lie over it waits. */
  #show(carets: readonly HTMLElement[], now: number): void {
    const paper = (this.#view.dom.closest('.paper') ?? this.#view.dom).getBoundingClientRect();
    const shown: DOMRect[] = [];
    for (const caret of carets.toSorted((left, right) => this.#movedAt(right) - this.#movedAt(left))) {
      const label = caret.querySelector<HTMLElement>('.caret-label');
      if (label === null) continue;
      label.dataset['calm'] = 'false';
      label.style.translate = '';
      const box = label.getBoundingClientRect();
      const shift = Math.min(0, paper.right - edgePx - box.right) + Math.max(0, paper.left + edgePx - box.left);
      label.style.translate = `${shift}px`;
      const placed = new DOMRect(box.left + shift, box.top, box.width, box.height);
      const isRead = now - this.#movedAt(caret) >= shownMs;
      if (isRead || shown.some((it) => isOver(it, placed))) {
        label.dataset['calm'] = 'true';
        label.style.translate = '';
      } else shown.push(placed);
    }
  }

  #movedAt(caret: HTMLElement): number {
    return this.#seen.get(caret.dataset['person'] ?? '')?.movedAt ?? 0;
  }
}

function isOver(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
