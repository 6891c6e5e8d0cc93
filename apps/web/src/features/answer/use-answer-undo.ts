// The undoing of an open answer in a component: begins with its document, and shows what was taken back.
import { useLayoutEffect, useMemo } from 'react';
import type { Doc, UndoManager, XmlFragment } from 'yjs';
import { AnswerUndo, tickedField } from './editor/undo/answer-undo.ts';
import type { OpenEditors } from './editor/open-editors.ts';

export function useAnswerUndo(document: Doc, editors: OpenEditors): AnswerUndo {
  const undo = useMemo(() => new AnswerUndo(document), [document]);
  useLayoutEffect(() => {
    const show = ({ stackItem, changedParentTypes }: Popped): void => {
      const changed = new Set<unknown>(changedParentTypes.keys());
      showChange(stackItem, (fragment) => changed.has(fragment), editors);
    };
    undo.on('stack-item-popped', show);
    const leave = undo.follow();
    return () => {
      undo.off('stack-item-popped', show);
      leave();
    };
  }, [undo, editors]);
  return undo;
}

interface Popped {
  readonly stackItem: UndoManager['undoStack'][number];
  readonly changedParentTypes: { readonly keys: () => Iterable<unknown> };
}

/** Goes to what was changed, when the person is elsewhere on the paper. Anyone who uses the toolbar by keyboard stays there. */
function showChange(step: UndoManager['undoStack'][number], hasChanged: (fragment: XmlFragment) => boolean, editors: OpenEditors): void {
  const isInToolbar = document.activeElement?.closest('[role="toolbar"]') != null;
  const field = tickedField(step);
  if (field !== null) {
    const element = document.getElementById(`field-${field.id}`);
    const box = element?.querySelector<HTMLElement>('input:checked') ?? element?.querySelector<HTMLElement>('input');
    if (isInToolbar) box?.scrollIntoView({ block: 'nearest' });
    else if (element?.contains(document.activeElement) !== true) box?.focus();
    return;
  }
  const changed = editors.find(hasChanged);
  if (changed === null || changed.view.hasFocus()) return;
  if (isInToolbar) changed.commands.scrollIntoView();
  else changed.commands.focus();
}
