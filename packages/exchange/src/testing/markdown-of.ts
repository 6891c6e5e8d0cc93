// The listing of all that a content shows and links to, for tests that count URLs.
import type { AnswerContent, ProseNode } from '@chancery/domain';

/** The text of every paragraph, with a link as `<target>` where its text is its target, and as `[text](target)` where it is not. */
export function markdownOf(content: AnswerContent): readonly string[] {
  return Object.values(content.fields).flatMap((value): readonly string[] => {
    if (value.kind === 'text') return paragraphs(value.prose);
    if (value.kind === 'grid') return Object.values<ProseNode>(value.rows).flatMap(paragraphs);
    return value.kind === 'line' ? [value.text] : [];
  });
}

function paragraphs(prose: ProseNode): readonly string[] {
  if (prose.type !== 'paragraph') return (prose.content ?? []).flatMap(paragraphs);
  return [(prose.content ?? []).map(inline).join('')];
}

function inline(node: ProseNode): string {
  if (node.type === 'hardBreak') return '\n';
  const href = node.marks?.find((it) => it.type === 'link')?.attrs?.['href'];
  if (href === undefined) return node.text ?? '';
  return href === node.text ? `<${href}>` : `[${node.text ?? ''}](${href})`;
}
