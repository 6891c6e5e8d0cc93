// Prose as plain text, for differences, word counts and previews. It is for reading, never for signing.
import type { AnswerContent, ProseNode } from '@chancery/domain';

/** The text of prose or of all prose of an answer: a line for each paragraph and hard break, cells of a row separated by tabs. Ticks have none. */
export function plainText(source: ProseNode | AnswerContent): string {
  if ('type' in source) return linesOf(source).join('\n');
  return Object.values(source.fields).flatMap(fieldTexts).join('\n');
}

function fieldTexts(value: AnswerContent['fields'][keyof AnswerContent['fields']]): readonly string[] {
  switch (value.kind) {
    case 'line':
      return [value.text];
    case 'text':
      return [plainText(value.prose)];
    case 'choice':
      return Object.values<string>(value.remarks ?? {});
    case 'grid':
      return Object.values<ProseNode>(value.rows).map((row) => plainText(row));
  }
}

function linesOf(node: ProseNode): readonly string[] {
  const content = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
      return content.map(inlineText).join('').split('\n');
    case 'tableRow':
      return [content.map((cell) => linesOf(cell).join(' ')).join('\t')];
    default:
      return content.flatMap(linesOf);
  }
}

function inlineText(node: ProseNode): string {
  return node.type === 'hardBreak' ? '\n' : (node.text ?? '');
}
