// The way from a selection in an editor to an anchor in the answer document.
import { type Anchor, anchorBetween, type Place } from '@chancery/answer-doc';
import type { Editor } from '@tiptap/core';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';

/** The selected words as an anchor; null where nothing is selected. */
export function anchorOfSelection(editor: Editor, place: Place): Anchor | null {
  const { from, to, empty } = editor.state.selection;
  const sync = ySyncPluginKey.getState(editor.state);
  if (empty || sync?.binding == null) return null;
  const positionAt = (position: number) => absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping);
  return anchorBetween(sync.doc, place, { start: positionAt(from), end: positionAt(to) });
}
