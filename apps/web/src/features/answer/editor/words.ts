// The words of the editor: toolbar, links, tables.
import { defineMessages } from 'react-intl';

export const toolWords = defineMessages({
  bold: { id: 'tool.bold', defaultMessage: 'Bold' },
  italic: { id: 'tool.italic', defaultMessage: 'Italic' },
  underline: { id: 'tool.underline', defaultMessage: 'Underline' },
  'bulleted-list': { id: 'tool.bulleted-list', defaultMessage: 'Bulleted list' },
  'numbered-list': { id: 'tool.numbered-list', defaultMessage: 'Numbered list' },
  quote: { id: 'tool.quote', defaultMessage: 'Quote' },
  undo: { id: 'tool.undo', defaultMessage: 'Undo what I did' },
  redo: { id: 'tool.redo', defaultMessage: 'Redo what I did' },
  link: { id: 'editor.link', defaultMessage: 'Link' },
  table: { id: 'editor.table', defaultMessage: 'Table' },
  comment: { id: 'editor.comment', defaultMessage: 'Comment on the selected words' },
  more: { id: 'tool.more', defaultMessage: 'More tools' },
});

export const tableActionWords = defineMessages({
  'insert-table': { id: 'table.insert-table', defaultMessage: 'Insert a table' },
  'row-above': { id: 'table.row-above', defaultMessage: 'Add a row above' },
  'row-below': { id: 'table.row-below', defaultMessage: 'Add a row below' },
  'column-before': { id: 'table.column-before', defaultMessage: 'Add a column before' },
  'column-after': { id: 'table.column-after', defaultMessage: 'Add a column after' },
  'header-row': { id: 'table.header-row', defaultMessage: 'Header row on or off' },
  'delete-row': { id: 'table.delete-row', defaultMessage: 'Remove this row' },
  'delete-column': { id: 'table.delete-column', defaultMessage: 'Remove this column' },
  'delete-table': { id: 'table.delete-table', defaultMessage: 'Remove the table' },
});

export const editorWords = defineMessages({
  toolbar: { id: 'editor.toolbar', defaultMessage: 'Format the text' },
  address: { id: 'editor.address', defaultMessage: 'Address of the link' },
  addressWrong: {
    id: 'editor.address-wrong',
    defaultMessage: 'That is not an address. Write one that begins with https://, http:// or mailto:, without spaces.',
  },
  linkApply: { id: 'editor.link-apply', defaultMessage: 'Link' },
  linkRemove: { id: 'editor.link-remove', defaultMessage: 'Remove link' },
  commentHere: { id: 'editor.comment-here', defaultMessage: 'Comment' },
});
