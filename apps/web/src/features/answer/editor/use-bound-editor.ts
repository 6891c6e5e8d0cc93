// One editor bound to one fragment of the answer document: its life, its right to type, its passages.
import { Extension, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Selection } from '@tiptap/extensions/selection';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useAnswerEditing } from './answer-editing.ts';
import { coveredSides } from './caret/caret-in-sight.ts';
import { Carets } from './caret/carets.ts';
import { Passages, showPassages } from './passages.ts';
import { TableGaps } from './table-gaps.ts';
import { UndoSteps } from './undo/undo-steps.ts';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

export interface BoundEditor {
  readonly fragment: string;
  readonly kind: 'prose' | 'line';
  readonly extensions: Extensions;
  /** Ids of the elements that name and explain the field. */
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly isRequired: boolean;
}

/** The editor of a fragment. It lives as long as the component shows that fragment of that document. */
export function useBoundEditor({ fragment, kind, extensions, labelledBy, describedBy, isRequired }: BoundEditor): Editor | null {
  const editing = useAnswerEditing();
  const latest = useRef(editing);
  useLayoutEffect(() => {
    latest.current = editing;
  }, [editing]);
  /* oxlint-disable react/refs -- the editor calls these long after rendering */
  const editor = useEditor(
    {
      editable: editing.isEditable,
      injectCSS: false,
      extensions: [
        ...extensions,
        Collaboration.configure({ fragment: editing.document.getXmlFragment(fragment), yUndoOptions: { undoManager: editing.undo } }),
        UndoSteps.configure({ undo: editing.undo }),
        Carets.configure({ awareness: editing.awareness }),
        Passages.configure({ onChoose: (thread) => latest.current.chooseThread(thread) }),
        commentShortcut(() => latest.current.commentOnSelection?.()),
        ReadOnlyGuard,
        ...(kind === 'prose' ? [TableGaps] : []),
        Selection, // keeps the selected words marked while the focus is in the toolbar or in a thread
      ],
      editorProps: {
        scrollMargin: coveredSides,
        scrollThreshold: coveredSides,
        attributes: () => ({
          class: `prose-surface prose-surface-${kind}`,
          role: 'textbox',
          'aria-multiline': String(kind === 'prose'),
          'aria-labelledby': labelledBy,
          ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
          'aria-required': String(isRequired),
          'aria-readonly': String(!latest.current.isEditable),
          // A text that may not be typed in is still read, selected and commented on by keyboard.
          tabindex: '0',
        }),
      },
    },
    [editing.document, editing.undo, fragment],
  );
  /* oxlint-enable react/refs */
  usePresenceAmongEditors(editor, fragment, kind);
  useRightToType(editor, editing.isEditable);
  usePassages(editor, fragment);
  return editor;
}

function commentShortcut(comment: () => void): Extension {
  return Extension.create({
    name: 'commentShortcut',
    addKeyboardShortcuts() {
      return {
        'Mod-Alt-m': () => {
          comment();
          return true;
        },
      };
    },
  });
}

function usePresenceAmongEditors(editor: Editor | null, fragment: string, kind: 'prose' | 'line'): void {
  const { editors } = useAnswerEditing();
  useEffect(() => {
    if (editor === null) return undefined;
    const leave = editors.enter({ fragment, kind, editor });
    const focused = (): void => editors.focus(fragment);
    const drawn = (): void => editors.tell();
    editor.on('focus', focused);
    editor.on('transaction', drawn);
    return () => {
      editor.off('focus', focused);
      editor.off('transaction', drawn);
      leave();
    };
  }, [editor, editors, fragment, kind]);
}

function useRightToType(editor: Editor | null, isEditable: boolean): void {
  useEffect(() => {
    if (editor !== null && !editor.isDestroyed) editor.setEditable(isEditable, false);
  }, [editor, isEditable]);
}

function usePassages(editor: Editor | null, fragment: string): void {
  const { passages, chosenThread } = useAnswerEditing();
  const mine = passages.get(fragment);
  useEffect(() => {
    if (editor !== null && !editor.isDestroyed) showPassages(editor.view, mine ?? [], chosenThread);
  }, [editor, mine, chosenThread]);
}

/** An editor which may not write never writes: not even the repairs that table and binding plugins append by themselves. */
const ReadOnlyGuard = Extension.create({
  name: 'readOnlyGuard',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('read-only-guard'),
        filterTransaction: (transaction) =>
          editor.isEditable || !transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined,
      }),
    ];
  },
});
