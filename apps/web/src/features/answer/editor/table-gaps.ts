// The places before a first table, behind a last one and between two: an empty line that is drawn and not written. It is chosen by pointer or
// arrow keys, and becomes a paragraph with the first word.
import { Extension } from '@tiptap/core';
import { GapCursor } from '@tiptap/pm/gapcursor';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

export const TableGaps = Extension.create({
  name: 'tableGaps',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('table-gaps'),
        props: {
          decorations: (state) => (editor.isEditable ? gapsIn(state) : null),
        },
      }),
    ];
  },
});

function gapsIn(state: EditorState): DecorationSet {
  const { doc, selection } = state;
  const chosen = selection instanceof GapCursor ? selection.head : null;
  const gaps = gapPositions(doc).map(({ position, isBefore }) =>
    Decoration.widget(position, (view, at) => gapElement(view, at, position === chosen), {
      side: isBefore ? -1 : 1,
      key: `gap-${isBefore}-${position === chosen}`,
      ignoreSelection: true,
      stopEvent: (event) => event.type === 'mousedown',
    }),
  );
  return DecorationSet.create(doc, gaps);
}

interface Gap {
  readonly position: number;
  readonly isBefore: boolean;
}

function gapPositions(doc: Node): readonly Gap[] {
  const gaps: Gap[] = [];
  doc.descendants((node, position, parent, index) => {
    if (node.isTextblock) return false;
    if (node.type.spec['tableRole'] !== 'table' || parent === null) return true;
    if (index === 0) gaps.push({ position, isBefore: true });
    const next = parent.maybeChild(index + 1);
    if (next === null || next.type === node.type) gaps.push({ position: position + node.nodeSize, isBefore: false });
    return true;
  });
  return gaps.filter(({ position }) => isGap(doc, position));
}

function isGap(doc: Node, position: number): boolean {
  // Not in the types of the package.
  const { valid } = GapCursor as unknown as { readonly valid: (place: ReturnType<Node['resolve']>) => boolean };
  return valid(doc.resolve(position));
}

function gapElement(view: EditorView, positionNow: () => number | undefined, isChosen: boolean): HTMLElement {
  const line = document.createElement('div');
  line.className = 'table-gap';
  line.dataset['chosen'] = String(isChosen);
  line.addEventListener('mousedown', (event) => {
    const position = positionNow();
    if (position === undefined) return;
    event.preventDefault();
    view.dispatch(view.state.tr.setSelection(new GapCursor(view.state.doc.resolve(position))));
    view.focus();
  });
  return line;
}
