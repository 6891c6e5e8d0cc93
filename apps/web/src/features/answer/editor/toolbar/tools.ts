// What the toolbar can do to the text the person is in.
import type { Editor } from '@tiptap/core';

const toolNames = ['bold', 'italic', 'underline', 'bulleted-list', 'numbered-list', 'quote', 'undo', 'redo'] as const;
export type ToolName = (typeof toolNames)[number];

export interface Tool {
  readonly name: ToolName;
  /** Keys in the notation of `aria-keyshortcuts`, with `Mod` for Control or Command. */
  readonly keys: string;
  /** Null for a tool that does something once and has no state. */
  readonly isOn: ((editor: Editor) => boolean) | null;
  readonly isPossible: (editor: Editor) => boolean;
  readonly use: (editor: Editor) => void;
}

const tools: Readonly<Record<ToolName, Omit<Tool, 'name'>>> = {
  bold: {
    keys: 'Mod+B',
    isOn: (editor) => editor.isActive('bold'),
    isPossible: (editor) => editor.can().toggleBold(),
    use: (editor) => editor.chain().focus().toggleBold().run(),
  },
  italic: {
    keys: 'Mod+I',
    isOn: (editor) => editor.isActive('italic'),
    isPossible: (editor) => editor.can().toggleItalic(),
    use: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  underline: {
    keys: 'Mod+U',
    isOn: (editor) => editor.isActive('underline'),
    isPossible: (editor) => editor.can().toggleUnderline(),
    use: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  'bulleted-list': {
    keys: 'Mod+Shift+8',
    isOn: (editor) => editor.isActive('bulletList'),
    isPossible: () => true,
    use: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  'numbered-list': {
    keys: 'Mod+Shift+7',
    isOn: (editor) => editor.isActive('orderedList'),
    isPossible: () => true,
    use: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  quote: {
    keys: 'Mod+Shift+B',
    isOn: (editor) => editor.isActive('blockquote'),
    isPossible: () => true,
    use: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  undo: { keys: 'Mod+Z', isOn: null, isPossible: (editor) => editor.can().undo(), use: (editor) => editor.chain().focus().undo().run() },
  redo: { keys: 'Mod+Y', isOn: null, isPossible: (editor) => editor.can().redo(), use: (editor) => editor.chain().focus().redo().run() },
};

/** Groups of tools as they stand in the toolbar. */
export const toolGroups: readonly (readonly Tool[])[] = (
  [
    ['bold', 'italic', 'underline'],
    ['bulleted-list', 'numbered-list', 'quote'],
    ['undo', 'redo'],
  ] as const
).map((group) => group.map((name) => ({ name, ...tools[name] })));

const tableActions = [
  'insert-table',
  'row-above',
  'row-below',
  'column-before',
  'column-after',
  'header-row',
  'delete-row',
  'delete-column',
  'delete-table',
] as const;
export type TableAction = (typeof tableActions)[number];

/** What can be done about tables where the cursor stands. */
export function possibleTableActions(editor: Editor): readonly TableAction[] {
  return editor.isActive('table') ? tableActions.filter((it) => it !== 'insert-table') : ['insert-table'];
}

export function applyTableAction(editor: Editor, action: TableAction): void {
  const chain = editor.chain().focus();
  const commands: Readonly<Record<TableAction, () => typeof chain>> = {
    'insert-table': () => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
    'row-above': () => chain.addRowBefore(),
    'row-below': () => chain.addRowAfter(),
    'column-before': () => chain.addColumnBefore(),
    'column-after': () => chain.addColumnAfter(),
    'header-row': () => chain.toggleHeaderRow(),
    'delete-row': () => chain.deleteRow(),
    'delete-column': () => chain.deleteColumn(),
    'delete-table': () => chain.deleteTable(),
  };
  commands[action]().run();
}

/** Keys as they are printed on this machine's keyboard. */
export function printedKeys(keys: string, isMac: boolean): string {
  return isMac ? keys.replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥').replaceAll('+', '') : keys.replace('Mod', 'Ctrl');
}
