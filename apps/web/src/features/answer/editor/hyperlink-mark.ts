// Links in prose: the allow-list at parse, command, paste and render.
import { isAllowedHyperlink } from '@chancery/answer-doc';
import { Mark, mergeAttributes } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { linkWhatIsTyped } from './hyperlink-typing.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Links the selection, or the link around the cursor, to an allowed address; false for any other address. */
      setLink: (href: string) => ReturnType;
      /** Takes away the link in the selection or around the cursor. */
      unsetLink: () => ReturnType;
    };
  }
}

export const HyperlinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  keepOnSplit: false,
  addAttributes() {
    return { href: { default: null } };
  },
  parseHTML() {
    return [{ tag: 'a[href]', getAttrs: (element) => (isAllowedHyperlink(element.getAttribute('href') ?? '') ? null : false) }];
  },
  renderHTML({ HTMLAttributes }) {
    const href: unknown = HTMLAttributes.href;
    if (typeof href !== 'string' || !isAllowedHyperlink(href)) return ['span', {}, 0];
    return ['a', mergeAttributes({ rel: 'noopener noreferrer nofollow', target: '_blank' }, { href }), 0];
  },
  addCommands() {
    return {
      setLink:
        (href) =>
        ({ chain }) =>
          isAllowedHyperlink(href) && chain().extendMarkRange(this.name).setMark(this.name, { href }).run(),
      unsetLink:
        () =>
        ({ chain }) =>
          chain().extendMarkRange(this.name).unsetMark(this.name).run(),
    };
  },
  addProseMirrorPlugins() {
    return [pasteAddressOntoSelection(this.type.name), linkWhatIsTyped(this.type)];
  },
});

/** Pasting an address over selected words links the words instead of replacing them. */
function pasteAddressOntoSelection(mark: string): Plugin {
  return new Plugin({
    key: new PluginKey('paste-address-onto-selection'),
    props: {
      handlePaste(view, event) {
        const address = event.clipboardData?.getData('text/plain').trim() ?? '';
        const { from, to, empty } = view.state.selection;
        const type = view.state.schema.marks[mark];
        if (empty || type === undefined || /\s/.test(address) || !isAllowedHyperlink(address)) return false;
        view.dispatch(view.state.tr.addMark(from, to, type.create({ href: address })));
        return true;
      },
    },
  });
}

/** What a person typed as an address, with the scheme they left out; null when it can't be one. */
export function addressFromTyping(typed: string): string | null {
  const address = typed.trim();
  if (address === '' || /\s/.test(address)) return null;
  if (isAllowedHyperlink(address)) return address;
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(address)) return `mailto:${address}`;
  const withScheme = `https://${address}`;
  return /^[^/:]+\.[^/:]+/.test(address) && isAllowedHyperlink(withScheme) ? withScheme : null;
}
