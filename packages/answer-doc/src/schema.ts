// What prose may hold: nodes and marks as Tiptap, with which the browser edits them, names and nests them. How they look and are parsed from HTML is the editor's.
import { type NodeSpec, Schema } from 'prosemirror-model';

/** Raised when the schema changes: an editor with an older one may read but not write, since it would delete what it does not know. */
export const schemaVersion = 1;

const cell = {
  content: 'block+',
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
  isolating: true,
} as const satisfies NodeSpec;

/** Prose of `text` fields and grid rows. */
export const proseSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    // First in its group, so that it is what ProseMirror fills an empty block with.
    paragraph: { content: 'inline*', group: 'block' },
    bulletList: { content: 'listItem+', group: 'block list' },
    orderedList: { content: 'listItem+', group: 'block list', attrs: { start: { default: 1 } } },
    listItem: { content: 'paragraph block*', defining: true },
    blockquote: { content: 'block+', group: 'block', defining: true },
    table: { content: 'tableRow+', group: 'block', tableRole: 'table', isolating: true },
    tableRow: { content: '(tableCell | tableHeader)*', tableRole: 'row' },
    tableCell: { ...cell, tableRole: 'cell' },
    tableHeader: { ...cell, tableRole: 'header_cell' },
    text: { group: 'inline' },
    hardBreak: { inline: true, group: 'inline', selectable: false },
  },
  marks: {
    bold: {},
    italic: {},
    underline: {},
    link: { attrs: { href: { default: null } }, inclusive: false },
  },
});

/** `line` fields, remarks and "other" texts: one paragraph of plain text. */
export const lineSchema = new Schema({
  nodes: {
    doc: { content: 'paragraph' },
    paragraph: { content: 'text*', marks: '' },
    text: {},
  },
});
