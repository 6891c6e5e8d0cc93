// Somebody who types words that can be told from all others, deletes some of them again, and remembers which edit was which.
import { fragmentOf, type Place } from '@chancery/answer-doc';
import type { Seeded } from '@chancery/sync/testing/seeded';
import * as Y from 'yjs';
import type { CrashClient } from './client.ts';

export interface TypedEdit {
  readonly kind: 'types' | 'deletes';
  readonly word: string;
}

/** Every word that typists type, wherever it stands in a text. */
export const wordPattern = /[a-z]+\.\d+;/g;

/** One deletion for so many edits. */
const deletesOneOf = 5;

export class CrashTypist {
  readonly client: CrashClient;
  /** In the order in which they were made; the client counts how many of them were acknowledged. */
  readonly edits: TypedEdit[] = [];
  readonly #name: string;
  readonly #place: Place;
  /** Own words that still stand in the text. */
  readonly #standing: string[] = [];

  /** `name`: of no other typist of this document; lower-case letters. */
  constructor(client: CrashClient, name: string, place: Place) {
    this.client = client;
    this.#name = name;
    this.#place = place;
  }

  /** Types a word between two others or behind the last, or deletes one of their own. */
  makesAnEdit(chance: Seeded): void {
    if (this.#standing.length > 0 && chance.below(deletesOneOf) === 0) this.#deletes(chance.below(this.#standing.length));
    else this.#types(chance);
  }

  #types(chance: Seeded): void {
    const word = `${this.#name}.${this.edits.length};`;
    this.client.edit(() => {
      const text = this.#text();
      const ends = [...text.toString().matchAll(wordPattern)].map((match) => match.index + match[0].length);
      text.insert(chance.below(2) === 0 ? text.length : chance.pick([0, ...ends]), word);
    });
    this.#standing.push(word);
    this.edits.push({ kind: 'types', word });
  }

  #deletes(at: number): void {
    const [word = ''] = this.#standing.splice(at, 1);
    this.client.edit(() => {
      const text = this.#text();
      const from = [...text.toString().matchAll(wordPattern)].find((match) => match[0] === word)?.index;
      if (from === undefined) throw new Error(`${word} was typed here and is gone`);
      text.delete(from, word.length);
    });
    this.edits.push({ kind: 'deletes', word });
  }

  #text(): Y.XmlText {
    const paragraph = fragmentOf(this.client.doc, this.#place).get(0);
    if (!(paragraph instanceof Y.XmlElement)) throw new Error('there is no paragraph to type in');
    const text = paragraph.get(0);
    if (text instanceof Y.XmlText) return text;
    paragraph.insert(0, [new Y.XmlText()]);
    return this.#text();
  }
}
