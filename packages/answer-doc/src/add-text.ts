// Text without a history of its own: as content that can be kept, and appended to what an answer holds.
import type { AnswerContent, ProseNode, Question, Place } from '@chancery/domain';
import * as Y from 'yjs';
import { canonicalContent, contentOf } from './content.ts';
import { textsOf } from './difference/changes.ts';
import { fragmentName, fragmentOf, isProsePlace, placesOf } from './place.ts';
import { addProse, elementOf } from './write.ts';

/** Content that holds these texts, given by the names of their fragments: a paragraph for each line. */
export function contentOfText(question: Question, words: ReadonlyMap<string, string>): AnswerContent {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const place of placesOf(question)) {
      const text = words.get(fragmentName(place)) ?? '';
      if (text !== '') addProse(doc, place, { added: paragraphs(text), isEmpty: true });
    }
  });
  const { fields } = contentOf(doc, question);
  doc.destroy();
  return canonicalContent(question, fields);
}

/**
 * Appends the text of `content` to what is there, in one transaction. A line that is not empty leaves its text to the first prose of
 * the question, or grows where there is none.
 */
export function addText(doc: Y.Doc, question: Question, content: AnswerContent): void {
  const words = textsOf(question, content);
  const present = textsOf(question, contentOf(doc, question));
  const firstProse = placesOf(question).find((place) => isProsePlace(question, place));
  const isEmpty = (place: Place): boolean => (present.get(fragmentName(place)) ?? '').trim() === '';
  const filled = new Set<string>();
  doc.transact(() => {
    for (const place of placesOf(question)) {
      const text = words.get(fragmentName(place)) ?? '';
      if (text === '') continue;
      if (!isProsePlace(question, place) && !isEmpty(place) && firstProse === undefined) {
        growLine(doc, place, text);
        continue;
      }
      const target = isProsePlace(question, place) || isEmpty(place) ? place : (firstProse ?? place);
      addProse(doc, target, { added: paragraphs(text), isEmpty: isEmpty(target) && !filled.has(fragmentName(target)) });
      filled.add(fragmentName(target));
    }
  });
}

function growLine(doc: Y.Doc, place: Place, text: string): void {
  const fragment = fragmentOf(doc, place);
  const last: unknown = fragment.length === 0 ? undefined : fragment.get(fragment.length - 1);
  const paragraph = last instanceof Y.XmlElement ? last : null;
  if (paragraph === null) return fragment.insert(fragment.length, paragraphs(text).content?.map(elementOf) ?? []);
  paragraph.insert(paragraph.length, [new Y.XmlText(` ${text}`)]);
}

function paragraphs(text: string): ProseNode {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return { type: 'doc', content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })) };
}
