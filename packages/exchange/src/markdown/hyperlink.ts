// The hyperlinks of imported prose: which targets are kept, and where a bare URL ends.
import { isAllowedHyperlink } from '@chancery/answer-doc';
import type { ProseMark, ProseNode } from '@chancery/domain';
import { textNode } from '../prose.ts';

/** The mark of a hyperlink, or null when the scheme of its target is not allowed: the text stays, the hyperlink does not. */
export function linkMark(href: string): ProseMark | null {
  return isAllowedHyperlink(href) ? { type: 'link', attrs: { href } } : null;
}

/** Texts of a source in which each bare http or https URL carries a link mark. `decode` turns source spelling into text. */
export function linkedText(source: string, marks: readonly ProseMark[], decode: (source: string) => string): readonly ProseNode[] {
  const nodes: ProseNode[] = [];
  let done = 0;
  for (const found of source.matchAll(/\bhttps?:\/\/[^\s<>"|]+/gi)) {
    const url = withoutTail(found[0]);
    const mark = linkMark(decode(url));
    if (mark === null) continue;
    if (found.index > done) nodes.push(textNode(decode(source.slice(done, found.index)), marks));
    nodes.push(textNode(decode(url), [...marks, mark]));
    done = found.index + url.length;
  }
  if (done < source.length) nodes.push(textNode(decode(source.slice(done)), marks));
  return nodes;
}

/** A sentence's own signs after a URL, and a bracket that was opened before it, are no part of it. */
function withoutTail(url: string): string {
  let end = url.length;
  while (end > 0) {
    const last = url[end - 1] ?? '';
    const isOpenedBefore =
      (last === ')' && !isBalanced(url.slice(0, end), '(', ')')) || (last === ']' && !isBalanced(url.slice(0, end), '[', ']'));
    if (!/[.,;:!?'*]/.test(last) && !isOpenedBefore) break;
    end -= 1;
  }
  return url.slice(0, end);
}

function isBalanced(text: string, opening: string, closing: string): boolean {
  return text.split(opening).length >= text.split(closing).length;
}
