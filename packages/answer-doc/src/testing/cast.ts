// The question that the tests of answer documents tell of, with a field of every kind, and prose for fast-check.
import {
  asId,
  type ChoiceField,
  type ChoicesField,
  type FieldId,
  type OptionId,
  type ProseMark,
  type ProseNode,
  type Question,
  type QuestionId,
  type RowId,
} from '@chancery/domain';
import fc from 'fast-check';
import * as Y from 'yjs';
import { initialUpdate } from '../write.ts';

const base = { label: null, hint: null, isRequired: false, expectedWhen: null } as const;
export const line = asId<FieldId>('line');
export const text = asId<FieldId>('text');
export const choice = asId<FieldId>('choice');
const choices = asId<FieldId>('choices');
export const grid = asId<FieldId>('grid');
export const yes = asId<OptionId>('yes');
export const no = asId<OptionId>('no');
export const other = asId<OptionId>('other');
export const health = asId<RowId>('health');
const justice = asId<RowId>('justice');

const options = [
  { id: yes, label: 'Yes', text: 'none' },
  { id: no, label: 'No', text: 'remark' },
  { id: other, label: 'Other', text: 'other' },
] as const;
export const choiceField: ChoiceField = { ...base, kind: 'choice', id: choice, options };
export const choicesField: ChoicesField = { ...base, kind: 'choices', id: choices, options };

export const question: Question = {
  id: asId<QuestionId>('35'),
  number: 35,
  subheading: null,
  text: 'Does the Government provide measures?',
  note: null,
  isRequired: true,
  answeredBy: 'agencies',
  fields: [
    { ...base, kind: 'line', id: line, format: 'plain' },
    { ...base, kind: 'text', id: text },
    choiceField,
    choicesField,
    {
      ...base,
      kind: 'grid',
      id: grid,
      rows: [
        { id: health, label: 'Health' },
        { id: justice, label: 'Justice' },
      ],
    },
  ],
};

/** The answer document as the server makes it. */
export function newDocument(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, initialUpdate(question));
  return doc;
}

/** What the other sends until both are the same. */
export function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
}

export function paragraph(...content: readonly (string | ProseNode)[]): ProseNode {
  if (content.length === 0) return { type: 'paragraph' };
  return { type: 'paragraph', content: content.map((it) => (typeof it === 'string' ? { type: 'text', text: it } : it)) };
}

export function prose(...content: readonly ProseNode[]): ProseNode {
  return { type: 'doc', content };
}

const mark: fc.Arbitrary<ProseMark> = fc.oneof(
  fc.constantFrom<ProseMark>({ type: 'bold' }, { type: 'italic' }, { type: 'underline' }),
  fc
    .constantFrom('https://a.gov.my/?q=%C3%A9', 'mailto:a@b.my', 'HTTP://x', 'javascript:alert(1)')
    .map((href) => ({ type: 'link', attrs: { href } })),
);
const inline: fc.Arbitrary<ProseNode> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('text'),
      text: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
      marks: fc.array(mark, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
);

const names = [
  'paragraph',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'heading',
  'image',
  'doc',
] as const;
const attrs = fc.constantFrom({}, { start: 3 }, { start: -1 }, { colspan: 2, rowspan: 1, colwidth: [40] }, { colspan: '2', style: 'x' });

/** Trees of known and unknown nodes in any nesting, most of which the schema does not allow. */
const anyNode: fc.Arbitrary<ProseNode> = fc.letrec<{ node: ProseNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, depthSize: 'medium' },
    inline,
    fc.record({
      type: fc.constantFrom(...names),
      attrs,
      content: fc.array(tie('node'), { maxLength: 4 }),
    }) as unknown as fc.Arbitrary<ProseNode>,
  ),
})).node;

export const anyProse: fc.Arbitrary<ProseNode> = fc.array(anyNode, { maxLength: 5 }).map((content) => ({ type: 'doc', content }));
