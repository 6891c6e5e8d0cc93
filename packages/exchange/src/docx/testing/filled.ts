// Short ways to write answers in tests: prose as nested calls, contents as one object.
import { type AnswerContent, asId, type FieldValue, type ProseMark, type ProseNode, type QuestionId } from '@chancery/domain';

export const bold: ProseMark = { type: 'bold' };
export const italic: ProseMark = { type: 'italic' };
export const underline: ProseMark = { type: 'underline' };

export function link(href: string): ProseMark {
  return { type: 'link', attrs: { href } };
}

export function text(value: string, ...marks: ProseMark[]): ProseNode {
  return { type: 'text', text: value, ...(marks.length > 0 ? { marks } : {}) };
}

export function node(type: string, ...content: ProseNode[]): ProseNode {
  return { type, content };
}

export function paragraph(...content: (ProseNode | string)[]): ProseNode {
  return node('paragraph', ...content.map((it) => (typeof it === 'string' ? text(it) : it)));
}

export function item(...content: (ProseNode | string)[]): ProseNode {
  return node('listItem', ...content.map((it) => (typeof it === 'string' ? paragraph(it) : it)));
}

export function numbered(start: number, ...items: ProseNode[]): ProseNode {
  return { type: 'orderedList', attrs: { start }, content: items };
}

export function cell(type: 'tableCell' | 'tableHeader', value: string, attrs: Record<string, number> = {}): ProseNode {
  return { type, attrs, content: [paragraph(value)] };
}

export function prose(...content: ProseNode[]): FieldValue {
  return { kind: 'text', prose: node('doc', ...content) };
}

/** Contents by question and field. */
export function filled(answers: Readonly<Record<string, Readonly<Record<string, FieldValue>>>>): Map<QuestionId, AnswerContent> {
  return new Map(Object.entries(answers).map(([id, fields]) => [asId<QuestionId>(id), { question: asId<QuestionId>(id), fields }]));
}
