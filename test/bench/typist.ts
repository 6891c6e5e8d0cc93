// Owns an editor without a browser: the real y-websocket client, typing at the end of a paragraph of its own.

import { fragmentOf, type Place } from '@chancery/answer-doc';
import type { Question } from '@chancery/domain';
import { messageTypes } from '@chancery/sync';
import { readVarUint } from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { countingSocket } from '../desk/counting-socket.ts';
import { call, type Visitor } from '../desk/request.ts';
import { plainSocket } from '../desk/tab.ts';

export interface AnswerPlace {
  readonly round: string;
  readonly question: string;
}

export class Typist implements Disposable {
  readonly place: Place;
  readonly #doc = new Y.Doc();
  readonly #provider: WebsocketProvider;
  readonly #frames = { sent: 0, acknowledged: 0 };
  readonly #line = new Y.XmlText();
  #onAcknowledged = () => {};

  private constructor({ url, cookie }: Visitor, { round }: AnswerPlace, definition: Question) {
    this.place = firstProse(definition);
    this.#provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync/${round}`, definition.id, this.#doc, {
      disableBc: true,
      WebSocketPolyfill: countingSocket(plainSocket({ cookie }), this.#frames),
    });
    this.#provider.messageHandlers[messageTypes.acknowledgement] = (_encoder, decoder) => {
      this.#frames.acknowledged = readVarUint(decoder);
      this.#onAcknowledged();
    };
    // What the connection may do is known beforehand; a message without a handler would be printed.
    for (const type of [messageTypes.access, messageTypes.epoch, messageTypes.trouble]) this.#provider.messageHandlers[type] = () => {};
  }

  /** Opens the answer and begins a paragraph at the end of its first prose with `firstWords`. */
  static async open(visitor: Visitor, answer: AnswerPlace, firstWords = ''): Promise<Typist> {
    const { definition } = await call(visitor, 'readAnswer', { ...answer });
    const typist = new Typist(visitor, answer, definition);
    await new Promise<void>((resolve, reject) => {
      typist.#provider.on('sync', () => resolve());
      typist.#provider.on('closed', ({ code }: { code: number }) => reject(new Error(`the server closed the answer with ${code}`)));
    });
    typist.#begin(firstWords);
    await typist.saved();
    return typist;
  }

  /** Types at the end of the own paragraph and moves the caret there, as an editor does. */
  types(text: string): void {
    this.#line.insert(this.#line.length, text);
    const end = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(this.#line, this.#line.length)) as unknown;
    this.#provider.awareness.setLocalStateField('cursor', { anchor: end, head: end });
  }

  /** Resolves when the server has committed everything that was typed. */
  saved(): Promise<void> {
    return new Promise((resolve) => {
      this.#onAcknowledged = () => {
        if (this.#frames.acknowledged >= this.#frames.sent) resolve();
      };
      this.#onAcknowledged();
    });
  }

  [Symbol.dispose](): void {
    this.#provider.destroy();
    this.#doc.destroy();
  }

  #begin(firstWords: string): void {
    this.#doc.transact(() => {
      const fragment = fragmentOf(this.#doc, this.place);
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
