// An editor without a browser: the client that ships, over a link as a browser's, typing at the end of a paragraph of its own.

import { fragmentOf, type Place } from '@chancery/answer-doc';
import type { Question } from '@chancery/domain';
import type { LiveDocument } from '@chancery/sync-client';
import * as Y from 'yjs';
import { call, type Visitor } from '../../desk/request.ts';
import { DeskTab } from '../../desk/people/tab.ts';

export interface BenchAnswer {
  readonly round: string;
  readonly question: string;
}

export class BrowserTypist implements Disposable {
  readonly place: Place;
  readonly #live: LiveDocument;
  readonly #line = new Y.XmlText();

  private constructor({ url, cookie }: Visitor, { round }: BenchAnswer, definition: Question) {
    this.place = firstProse(definition);
    this.#live = new DeskTab({ url, cookie, way: 'link' }).opens({ round, question: definition.id });
  }

  /** Opens the answer and begins a paragraph at the end of its first prose with `firstWords`. */
  static async open(visitor: Visitor, answer: BenchAnswer, firstWords = ''): Promise<BrowserTypist> {
    const { definition } = await call(visitor, 'readAnswer', { ...answer });
    const typist = new BrowserTypist(visitor, answer, definition);
    await typist.saved();
    typist.#begin(firstWords);
    await typist.saved();
    return typist;
  }

  /** Types at the end of the own paragraph and moves the caret there, as an editor does. */
  types(text: string): void {
    this.#line.insert(this.#line.length, text);
    const end = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(this.#line, this.#line.length)) as unknown;
    this.#live.current().connection.awareness.setLocalStateField('cursor', { anchor: end, head: end });
  }

  /** Resolves when the answer is open and the server has committed everything that was typed. */
  saved(): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const { state } = this.#live.current();
        if (state.status === 'ended') reject(new Error(`the server closed the answer with ${state.code}`));
        if (state.status !== 'open' || state.saving !== 'saved') return;
        stop();
        resolve();
      };
      const stop = this.#live.subscribe(look);
      look();
    });
  }

  [Symbol.dispose](): void {
    this.#live[Symbol.dispose]();
  }

  #begin(firstWords: string): void {
    const { document } = this.#live.current().connection;
    document.transact(() => {
      const fragment = fragmentOf(document, this.place);
      const paragraph = new Y.XmlElement('paragraph');
      fragment.insert(fragment.length, [paragraph]);
      paragraph.insert(0, [this.#line]);
      this.#line.insert(0, firstWords);
    });
  }
}

function firstProse(question: Question): Place {
  const field = question.fields.find((it) => it.kind === 'text');
  if (field === undefined) throw new Error(`question ${question.id} has no prose to type in`);
  return { field: field.id };
}
