// The passages that threads are about, in one editor: made of a selection, and highlighted by decorations, which are drawn over the text, never
// stored in it, and follow every edit.
import { type Anchor, anchorBetween, endsOfAnchor, type Place } from '@chancery/answer-doc';
import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';

/** A passage that a thread is about. */
export interface MarkedPassage {
  readonly thread: string;
  readonly anchor: Anchor;
  readonly kind: 'comment' | 'query';
  readonly isResolved: boolean;
}

/** The selected words as an anchor; null where nothing is selected. */
export function anchorOfSelection(editor: Editor, place: Place): Anchor | null {
  const { from, to, empty } = editor.state.selection;
  const sync = ySyncPluginKey.getState(editor.state);
  if (empty || sync?.binding == null) return null;
  const positionAt = (position: number) => absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping);
  return anchorBetween(sync.doc, place, { start: positionAt(from), end: positionAt(to) });
}

interface PassagesState {
  readonly passages: readonly MarkedPassage[];
  readonly chosen: string | null;
  readonly decorations: DecorationSet;
}

type PassagesChange = Pick<PassagesState, 'passages' | 'chosen'> | 'document-arrived';

const lateLookMs = 200;

const passagesKey = new PluginKey<PassagesState>('passages');

export interface PassagesOptions {
  /** Somebody pointed at a passage: its thread is wanted. */
  readonly onChoose: (thread: string) => void;
}

export const Passages = Extension.create<PassagesOptions>({
  name: 'passages',
  addOptions() {
    return { onChoose: () => undefined };
  },
  addProseMirrorPlugins() {
    return [passagesPlugin(this.options)];
  },
});

function passagesPlugin({ onChoose }: PassagesOptions): Plugin<PassagesState> {
  return new Plugin<PassagesState>({
    key: passagesKey,
    state: {
      init: () => ({ passages: [], chosen: null, decorations: DecorationSet.empty }),
      apply(transaction, value, _before, after) {
        const change = transaction.getMeta(passagesKey) as PassagesChange | undefined;
        const { passages, chosen } = change === undefined || change === 'document-arrived' ? value : change;
        if (change !== undefined || ySyncPluginKey.getState(after)?.isChangeOrigin) {
          return { passages, chosen, decorations: decorate(after, passages, chosen) };
        }
        // A local edit is not in the Yjs document yet, so that only the mapping knows where things went.
        return transaction.docChanged ? { ...value, decorations: value.decorations.map(transaction.mapping, transaction.doc) } : value;
      },
    },
    view: () => new LateLook(),
    props: {
      decorations: (state) => passagesKey.getState(state)?.decorations,
      handleClick(view, position) {
        const thread = threadAt(view.state, position);
        if (thread !== null) onChoose(thread);
        return false;
      },
    },
  });
}

/** Looks again a moment after a local edit, when the Yjs document has it: a split paragraph takes its passages along. */
class LateLook {
  private timer: ReturnType<typeof setTimeout> | undefined;

  update(view: EditorView, before: EditorState): void {
    const hasPassages = (passagesKey.getState(view.state)?.passages.length ?? 0) > 0;
    if (!hasPassages || before.doc.eq(view.state.doc) || ySyncPluginKey.getState(view.state)?.isChangeOrigin) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(passagesKey, 'document-arrived' satisfies PassagesChange));
    }, lateLookMs);
  }

  destroy(): void {
    clearTimeout(this.timer);
  }
}

/** Shows these passages in the editor, one of them as chosen. */
export function showPassages(view: EditorView, passages: readonly MarkedPassage[], chosen: string | null): void {
  view.dispatch(view.state.tr.setMeta(passagesKey, { passages, chosen } satisfies PassagesChange).setMeta('addToHistory', false));
}

/** The thread of the smallest passage around a position, or null. */
function threadAt(state: EditorState, position: number): string | null {
  const found = passagesKey.getState(state)?.decorations.find(position, position) ?? [];
  const smallest = found.toSorted((left, right) => left.to - left.from - (right.to - right.from))[0];
  return smallest === undefined ? null : threadOf(smallest);
}

/** Where a thread's passage stands now, or null when its words are gone. */
function passageRange(state: EditorState, thread: string): { readonly from: number; readonly to: number } | null {
  const found = passagesKey.getState(state)?.decorations.find(undefined, undefined, (spec) => spec['thread'] === thread)[0];
  return found === undefined || found.from >= found.to ? null : { from: found.from, to: found.to };
}

/** The height of a thread's passage on the screen, from the top of the window; null when its words are gone. */
export function passageTop(view: EditorView, thread: string): number | null {
  const range = passageRange(view.state, thread);
  return range === null ? null : view.coordsAtPos(range.from).top;
}

/** Brings a thread's passage into sight and puts the cursor before it; false when its words are gone. */
export function goToPassage(view: EditorView, thread: string): boolean {
  const range = passageRange(view.state, thread);
  if (range === null) return false;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, range.from)));
  const { node } = view.domAtPos(range.from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
  return true;
}

function threadOf(decoration: Decoration): string | null {
  const thread: unknown = decoration.spec['thread'];
  return typeof thread === 'string' ? thread : null;
}

function decorate(state: EditorState, passages: readonly MarkedPassage[], chosen: string | null): DecorationSet {
  const decorations = passages.flatMap((passage) => {
    const range = resolve(state, passage);
    if (range === null || (passage.isResolved && passage.thread !== chosen)) return [];
    const className = ['passage', `passage-${passage.kind}`, passage.thread === chosen ? 'passage-chosen' : ''].join(' ').trim();
    return [Decoration.inline(range.from, range.to, { class: className, 'data-thread': passage.thread }, { thread: passage.thread })];
  });
  return DecorationSet.create(state.doc, decorations);
}

function resolve(state: EditorState, passage: MarkedPassage): { from: number; to: number } | null {
  const sync = ySyncPluginKey.getState(state);
  if (sync?.binding == null) return null;
  const { doc, type, binding } = sync;
  const ends = endsOfAnchor(doc, passage.anchor);
  if (ends === null) return null;
  const from = relativePositionToAbsolutePosition(doc, type, ends.start, binding.mapping);
  const to = relativePositionToAbsolutePosition(doc, type, ends.end, binding.mapping);
  if (from === null || to === null || from >= to) return null;
  return { from: Math.max(0, from), to: Math.min(state.doc.content.size, to) };
}
