// What prose may hold in the editor: the same nodes and marks as answer-doc's schema, which a test compares.
import type { Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListItem } from '@tiptap/extension-list/item';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import { OrderedList } from '@tiptap/extension-list/ordered-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { HyperlinkMark } from './hyperlink-mark.ts';

/** Spans of a cell as pasted; widths and alignment are how another program showed it. */
const cellAttributes = {
  colspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'colspan') },
  rowspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'rowspan') },
  colwidth: { default: null, parseHTML: () => null },
};

function spanOf(element: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(element.getAttribute(name) ?? '', 10);
  return span > 1 && span <= 1000 ? span : 1;
}

const listStart = {
  start: { default: 1, parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute('start') ?? '', 10) || 1 },
};

/** Rich text: the schema of text fields and grid rows, with its keys. */
export const proseExtensions: Extensions = [
  Document,
  Paragraph,
  Text,
  HardBreak,
  BulletList,
  OrderedList.extend({ addAttributes: () => listStart }),
  ListItem,
  ListKeymap,
  Blockquote,
  Table.configure({ resizable: false, renderWrapper: true }),
  TableRow,
  TableHeader.extend({ addAttributes: () => cellAttributes }),
  TableCell.extend({ addAttributes: () => cellAttributes }),
  Bold,
  Italic,
  Underline,
  HyperlinkMark,
  Gapcursor,
];
