// What one line of text may hold in the editor: words alone, in a single paragraph.
import { Extension, type Extensions } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** Enter does nothing in a line, and pasted lines are joined by spaces. */
const SingleLine = Extension.create({
  name: 'singleLine',
  addKeyboardShortcuts() {
    const swallow = (): boolean => true;
    return { Enter: swallow, 'Shift-Enter': swallow, 'Mod-Enter': swallow };
  },
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    return [
      new Plugin({
        key: new PluginKey('single-line-paste'),
        props: {
          transformPasted(slice) {
            const words = slice.content.textBetween(0, slice.content.size, ' ').replaceAll(/\s+/g, ' ');
            return words === '' ? Slice.empty : new Slice(Fragment.from(schema.text(words)), 0, 0);
          },
        },
      }),
    ];
  },
});

/** Plain text of one line: the schema of `line` fields, remarks and "other" texts. */
export const lineExtensions: Extensions = [
  Document.extend({ content: 'paragraph' }),
  Paragraph.extend({ content: 'text*', group: '', marks: '' }),
  Text.extend({ group: '' }),
  SingleLine,
];
