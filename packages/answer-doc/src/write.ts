// Writing into an answer document: its first state, and canonical content, in the very structure that the editor's binding makes.
import type { AnswerContent, Field, FieldValue, ProseNode, Question, Place } from '@chancery/domain';
import * as Y from 'yjs';
import { confirmNone, markToConfirm, setChoice } from './choice.ts';
import { canonicalContent, contentOf } from './content.ts';
import { fragmentOf, placesOf } from './place.ts';
import { proseSchema } from './schema.ts';

/** The first update of every answer document: an empty paragraph at each place. Written once; a second one would double them. */
export function initialUpdate(question: Question): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const place of placesOf(question)) fill(doc, place, null);
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** Replaces the fields given, in one transaction; others stay as they are. What is written is the canonical form. */
export function writeContent(doc: Y.Doc, question: Question, fields: Partial<AnswerContent['fields']>): void {
  const content = canonicalContent(question, fields);
  doc.transact(() => {
    for (const field of question.fields.filter((it) => Object.hasOwn(fields, it.id))) {
      const value = content.fields[field.id];
      for (const place of placesOf({ ...question, fields: [field] })) fill(doc, place, proseAt(value, place));
      writeTicks(doc, field, value);
    }
  });
}

/** Adds to what is there, in one transaction: prose goes behind the present prose, lines and ticks only where there are none. */
export function addContent(doc: Y.Doc, question: Question, fields: Partial<AnswerContent['fields']>): void {
  const content = canonicalContent(question, fields);
  const present = contentOf(doc, question);
  doc.transact(() => {
    for (const field of question.fields) {
      const value = content.fields[field.id];
      if (value === undefined) continue;
      const takesMore = field.kind === 'text' || field.kind === 'grid';
      for (const place of placesOf({ ...question, fields: [field] })) {
        const isEmpty = proseAt(present.fields[field.id], place) === null;
        if (isEmpty || takesMore) addProse(doc, place, { added: proseAt(value, place), isEmpty });
      }
      if (present.fields[field.id] === undefined) writeTicks(doc, field, value);
    }
  });
}

/** Puts prose behind that of a place, or replaces it where it is empty. */
export function addProse(doc: Y.Doc, place: Place, { added, isEmpty }: { added: ProseNode | null; isEmpty: boolean }): void {
  if (added === null) return;
  if (isEmpty) return fill(doc, place, added);
  const fragment = fragmentOf(doc, place);
  fragment.insert(fragment.length, (added.content ?? []).map(elementOf));
}

function writeTicks(doc: Y.Doc, field: Field, value: FieldValue | undefined): void {
  if (field.kind !== 'choice' && field.kind !== 'choices') return;
  confirmNone(doc, field);
  if (value?.kind !== 'choice') return;
  for (const option of value.chosen) setChoice(doc, field, option, true);
  if (value.toConfirm === true) markToConfirm(doc, field);
}

function proseAt(value: FieldValue | undefined, { row, option }: Place): ProseNode | null {
  switch (value?.kind) {
    case undefined:
      return null;
    case 'line':
      return lineProse(value.text);
    case 'text':
      return value.prose;
    case 'choice':
      return lineProse(option === undefined ? undefined : value.remarks?.[option]);
    case 'grid':
      return row === undefined ? null : (value.rows[row] ?? null);
  }
}

function lineProse(text: string | undefined): ProseNode | null {
  return text === undefined ? null : { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

function fill(doc: Y.Doc, place: Place, prose: ProseNode | null): void {
  const fragment = fragmentOf(doc, place);
  fragment.delete(0, fragment.length);
  fragment.insert(0, (prose?.content ?? [{ type: 'paragraph' }]).map(elementOf));
}

/** The element that the editor's binding would make of a node. */
export function elementOf(node: ProseNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  // As the binding does: defaults are stored, null is not, numbers stay numbers although Yjs types them as strings.
  const attrs: Readonly<Record<string, unknown>> = proseSchema.nodes[node.type]?.create(node.attrs).attrs ?? {};
  for (const [name, value] of Object.entries(attrs)) {
    if (value !== null) element.setAttribute(name, value as string);
  }
  element.insert(0, childrenOf(node.content ?? []));
  return element;
}

/** Neighbouring texts share one Y.XmlText. */
function childrenOf(nodes: readonly ProseNode[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let texts: ProseNode[] = [];
  const endTexts = (): void => {
    if (texts.length > 0) children.push(textOf(texts));
    texts = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') texts.push(node);
    else {
      endTexts();
      children.push(elementOf(node));
    }
  }
  endTexts();
  return children;
}

function textOf(nodes: readonly ProseNode[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    nodes.map(({ text: insert, marks = [] }) => ({
      insert,
      attributes: Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}])),
    })),
  );
  return text;
}
