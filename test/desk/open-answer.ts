// Owns an answer that somebody has open: the real y-websocket client, driven as the editor drives it.
import { contentDigest, contentOf, createAnchor, fragmentOf, type Place, plainText, setChoice } from '@chancery/answer-doc';
import type { Anchor } from '@chancery/answer-doc';
import { type AnswerContent, asId, type Digest, type FieldId, type OptionId, type Question } from '@chancery/domain';
import { messageTypes } from '@chancery/sync';
import { readVarString, readVarUint } from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { countingSocket } from './counting-socket.ts';
import { eventually } from './eventually.ts';

export interface AnswerAddress {
  readonly url: string;
  /** Of the tab in which it is open. */
  readonly Socket: typeof WebSocket;
  readonly round: string;
  readonly question: Question;
}

/** What another person shows beside the text, as the server labels it. */
export interface Shown {
  readonly name: string;
  readonly agency: string;
  readonly color: string;
}

export class OpenAnswer implements Disposable {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly question: Question;
  /** What the server allows on this connection; null before it has said so. */
  access: string | null = null;
  /** Code with which the server ended the connection for good; null while it has not. */
  closedWith: number | null = null;
  readonly #frames = { sent: 0, acknowledged: 0 };

  constructor({ url, Socket, round, question }: AnswerAddress) {
    this.question = question;
    this.provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync/${round}`, question.id, this.doc, {
      disableBc: true,
      WebSocketPolyfill: countingSocket(Socket, this.#frames),
      maxBackoffTime: 100,
    });
    this.provider.messageHandlers[messageTypes.acknowledgement] = (_encoder, decoder) => {
      this.#frames.acknowledged = readVarUint(decoder);
    };
    this.provider.messageHandlers[messageTypes.access] = (_encoder, decoder) => {
      this.access = readVarString(decoder);
    };
    for (const type of [messageTypes.epoch, messageTypes.trouble]) this.provider.messageHandlers[type] = () => {};
    this.provider.on('closed', ({ code }: { code: number }) => {
      this.closedWith = code;
    });
  }

  /** Resolves when the text is there. */
  async isOpen(): Promise<this> {
    await eventually(() => {
      if (this.closedWith !== null) return;
      if (!this.provider.synced || this.access === null) throw new Error('the answer is not open yet');
    });
    return this;
  }

  /** Resolves when the server has committed everything that was typed here; rejects when it has closed the answer instead. */
  async saved(): Promise<this> {
    await eventually(() => {
      const { sent, acknowledged } = this.#frames;
      if (this.closedWith !== null) return;
      if (!this.provider.synced || acknowledged < sent) throw new Error(`${acknowledged} of ${sent} frames are committed`);
    });
    if (this.closedWith !== null) throw new Error(`the server closed the answer with ${this.closedWith}`);
    return this;
  }

  /** Types at the end of the first place for prose, or of `place`. */
  types(text: string, place: Place = this.#firstProse()): void {
    this.doc.transact(() => {
      const fragment = fragmentOf(this.doc, place);
      const paragraph = fragment.get(fragment.length - 1);
      if (!(paragraph instanceof Y.XmlElement)) throw new Error('there is no paragraph to type in');
      const last = paragraph.get(paragraph.length - 1);
      if (last instanceof Y.XmlText) return last.insert(last.length, text);
      paragraph.insert(paragraph.length, [new Y.XmlText(text)]);
    });
  }

  ticks(option: string, isTicked = true): void {
    const field = this.question.fields.find(
      (it) => (it.kind === 'choice' || it.kind === 'choices') && it.options.some(({ id }) => id === option),
    );
    if (field?.kind !== 'choice' && field?.kind !== 'choices') throw new Error(`there is no option ${option}`);
    setChoice(this.doc, field, asId<OptionId>(option), isTicked);
  }

  /** Hands over what was typed here and is not in `next`, as the web client does when it begins anew. */
  handsOverTo(next: OpenAnswer): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageTypes.proposal);
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(next.doc)));
    next.provider.ws?.send(encoding.toUint8Array(encoder));
  }

  /** The text as this person sees it. */
  reads(): string {
    return plainText(this.content());
  }

  content(): AnswerContent {
    return contentOf(this.doc, this.question);
  }

  /** The digest of what this person sees: what their word is given for. */
  digest(): Promise<Digest> {
    return contentDigest(this.content());
  }

  /** The passage of the first prose that says `words`, for a thread. */
  selects(words: string): Anchor {
    const from = this.reads().indexOf(words);
    const anchor = from < 0 ? null : createAnchor(this.doc, this.#firstProse(), from, from + words.length);
    if (anchor === null) throw new Error(`nobody can select "${words}" here`);
    return anchor;
  }

  /** Shows a caret, under a name of the client's own choosing. */
  showsCaret(user: object): void {
    this.provider.awareness.setLocalStateField('user', user);
    this.provider.awareness.setLocalStateField('cursor', { anchor: null, head: null });
  }

  /** The others who show themselves here. */
  sees(): readonly Shown[] {
    const { awareness } = this.provider;
    return [...awareness.getStates()].filter(([client]) => client !== awareness.clientID).map(([, state]) => state['user'] as Shown);
  }

  [Symbol.dispose](): void {
    this.provider.destroy();
    this.doc.destroy();
  }

  #firstProse(): Place {
    const field = this.question.fields.find((it) => it.kind === 'text' || it.kind === 'line' || it.kind === 'grid');
    if (field === undefined) throw new Error('this question has no text');
    return field.kind === 'grid' ? { field: field.id, row: field.rows[0]!.id } : { field: asId<FieldId>(field.id) };
  }
}
