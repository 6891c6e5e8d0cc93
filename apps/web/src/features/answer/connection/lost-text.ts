// What was typed but not taken: the words of a refused document that the server's document does not hold.
import { contentOf, textsOf, wordDifference } from '@chancery/answer-doc';
import type { Question } from '@chancery/domain';
import type { FindLost } from '@chancery/sync-client';
import type { Doc } from 'yjs';

/** The text of each place of an answer, by the name of its fragment. */
export type Texts = ReadonlyMap<string, string>;

/** Words that stood on the screen and are not in the server's text, one entry a place; places that lost nothing are left out. */
export function lostText(onScreen: Texts, onServer: Texts): readonly string[] {
  return [...onScreen].flatMap(([place, text]) => {
    const lost = wordDifference(onServer.get(place) ?? '', text)
      .filter((passage) => passage.kind === 'added')
      .map((passage) => passage.text.trim())
      .filter((words) => words !== '');
    return lost.length === 0 ? [] : [lost.join(' … ')];
  });
}

/** `lostText` of two documents of the answer to this question. */
export function lostTextOf(question: Question): FindLost {
  const texts = (document: Doc): Texts => textsOf(question, contentOf(document, question));
  return (onScreen, onServer) => lostText(texts(onScreen), texts(onServer));
}
