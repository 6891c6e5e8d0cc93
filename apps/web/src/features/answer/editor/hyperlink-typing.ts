// Addresses that a person types or pastes, made into links: by a space, by Enter, by pasting. Each time it is a step of its own, so that undoing
// takes the link off and leaves the words. What others type is theirs to link.
import type { MarkType, Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { addressAtEnd, addressesIn } from '../../../content/addresses.ts';

interface Linkable {
  readonly from: number;
  readonly to: number;
  readonly href: string;
  readonly words: string;
}

/** The plugin for texts whose schema has this mark. */
export function linkWhatIsTyped(mark: MarkType): Plugin {
  return new Plugin({
    key: new PluginKey('link-what-is-typed'),
    props: {
      handleTextInput(view, from, to, text) {
        const address = from === to && /^\s$/.test(text) ? addressBefore(view.state.doc, from, mark) : null;
        if (address === null) return false;
        view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView());
        link(view, [address], mark);
        return true;
      },
      handleKeyDown(view, { key }) {
        const { empty, from } = view.state.selection;
        const address = key === 'Enter' && empty ? addressBefore(view.state.doc, from, mark) : null;
        // After the line was broken, which is a step of its own. The words before the caret are where they were.
        if (address !== null) queueMicrotask(() => link(view, [address], mark));
        return false;
      },
      handlePaste(view) {
        const { from } = view.state.selection;
        queueMicrotask(() => {
          if (!view.isDestroyed) link(view, addressesBetween(view.state.doc, from, view.state.selection.to, mark), mark);
        });
        return false;
      },
    },
  });
}

/** Links those whose words still stand there. */
function link(view: EditorView, addresses: readonly Linkable[], mark: MarkType): void {
  if (view.isDestroyed) return;
  const { state } = view;
  const standing = addresses.filter(({ from, to, words }) => to <= state.doc.content.size && textOf(state.doc, from, to) === words);
  if (standing.length === 0) return;
  const { tr } = state;
  for (const { from, to, href } of standing) tr.addMark(from, to, mark.create({ href }));
  view.dispatch(tr);
}

function addressBefore(doc: Node, position: number, mark: MarkType): Linkable | null {
  const place = doc.resolve(position);
  if (!place.parent.isTextblock || place.parent.type.spec.code === true) return null;
  const found = addressAtEnd(textOf(doc, place.start(), position));
  return found === null ? null : linkable(doc, place.start(), found, mark);
}

/** The addresses of which something stands between two positions. */
function addressesBetween(doc: Node, from: number, to: number, mark: MarkType): readonly Linkable[] {
  const found: Linkable[] = [];
  doc.nodesBetween(Math.min(from, doc.content.size), Math.min(to, doc.content.size), (node, position) => {
    if (!node.isTextblock) return true;
    const start = position + 1;
    if (node.type.spec.code === true) return false;
    for (const address of addressesIn(textOf(doc, start, position + node.nodeSize - 1))) {
      if (start + address.to <= from || start + address.from >= to) continue;
      const it = linkable(doc, start, address, mark);
      if (it !== null) found.push(it);
    }
    return false;
  });
  return found;
}

/** Null where there is a link or code already. */
function linkable(
  doc: Node,
  start: number,
  found: { readonly from: number; readonly to: number; readonly href: string },
  mark: MarkType,
): Linkable | null {
  const [from, to] = [start + found.from, start + found.to];
  let isFree = true;
  doc.nodesBetween(from, to, ({ marks }) => {
    if (marks.some((it) => it.type === mark || it.type.spec.code === true)) isFree = false;
  });
  return isFree ? { from, to, href: found.href, words: textOf(doc, from, to) } : null;
}

/** As long as the positions are: what is no text counts one. */
function textOf(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, undefined, '\n');
}
