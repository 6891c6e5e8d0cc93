// What the toolbar can do to the text the person is in.
import type { Editor } from '@tiptap/core';

/** Groups of tools as they stand in the toolbar. */
export const toolGroups = [
  ['bold', 'italic', 'underline'],
  ['bulleted-list', 'numbered-list', 'quote'],
  ['undo', 'redo'],
  ['link', 'table'],
  ['comment'],
] as const;

export type ToolName = (typeof toolGroups)[number][number];

/** Where there is no room for all of them, the first of these stay. */
export const toolsByUse: readonly ToolName[] = [
  'bold',
  'italic',
  'link',
  'comment',
  'bulleted-list',
  'undo',
  'numbered-list',
  'redo',
  'table',
  'underline',
  'quote',
];

/** Keys in the notation of `aria-keyshortcuts`, with `Mod` for Control or Command. */
export const toolKeys: Readonly<Partial<Record<ToolName, string>>> = {
  bold: 'Mod+B',
  italic: 'Mod+I',
  underline: 'Mod+U',
  'bulleted-list': 'Mod+Shift+8',
  'numbered-list': 'Mod+Shift+7',
  quote: 'Mod+Shift+B',
  undo: 'Mod+Z',
  redo: 'Mod+Y',
  link: 'Mod+K',
  comment: 'Mod+Alt+M',
};

/** A form of the text, which is on or off where the person is. */
export type FormatName = (typeof toolGroups)[0 | 1][number];

interface Format {
  readonly isOn: (editor: Editor) => boolean;
  readonly isPossible: (editor: Editor) => boolean;
  readonly use: (editor: Editor) => void;
}

export const formats: Readonly<Record<FormatName, Format>> = {
  bold: {
    isOn: (editor) => editor.isActive('bold'),
    isPossible: (editor) => editor.can().toggleBold(),
    use: (editor) => editor.chain().focus().toggleBold().run(),
  },
  italic: {
    isOn: (editor) => editor.isActive('italic'),
    isPossible: (editor) => editor.can().toggleItalic(),
    use: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  underline: {
    isOn: (editor) => editor.isActive('underline'),
    isPossible: (editor) => editor.can().toggleUnderline(),
    use: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  'bulleted-list': {
    isOn: (editor) => editor.isActive('bulletList'),
    isPossible: () => true,
    use: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  'numbered-list': {
    isOn: (editor) => editor.isActive('orderedList'),
    isPossible: () => true,
    use: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  quote: {
    isOn: (editor) => editor.isActive('blockquote'),
    isPossible: () => true,
    use: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
};

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
