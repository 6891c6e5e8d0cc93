// An answer that somebody has open in the client that ships, driven as the editor drives it.
import { type Anchor, contentDigest, contentOf, fragmentOf, type Place, plainText, setChoice } from '@chancery/answer-doc';
import { createAnchor } from '@chancery/answer-doc/testing/anchor';
import { type AnswerContent, asId, type Digest, type FieldId, type OptionId, type Question } from '@chancery/domain';
import type { LiveDocument, LiveState, RefusedEdits } from '@chancery/sync-client';
import * as Y from 'yjs';
import { eventually } from '../eventually.ts';
import type { DeskTab } from './tab.ts';

export interface OpenAnswerAddress {
  /** In which it is opened. */
  readonly tab: DeskTab;
  readonly round: string;
  readonly question: Question;
}

/** What another person shows beside the text, as the server labels it. */
export interface ShownCaret {
  readonly name: string;
  readonly agency: string;
  readonly color: string;
}

export class OpenAnswer implements Disposable {
  readonly question: Question;
  readonly #live: LiveDocument;

  constructor({ tab, round, question }: OpenAnswerAddress) {
    this.question = question;
    this.#live = tab.opens({ round, question: question.id });
  }

  get doc(): Y.Doc {
    return this.#live.current().connection.document;
  }

  /** What the server allows on this connection; null before it has said so. */
  get access(): string | null {
    const { state } = this.#live.current();
    return state.status === 'open' || state.status === 'offline' ? state.access : null;
  }

  /** Code with which the server ended the connection for good; null while it has not. */
  get closedWith(): number | null {
    const { state } = this.#live.current();
    return state.status === 'ended' ? state.code : null;
  }

  /** What the server did not take of what was typed before it was opened again. */
  get refused(): RefusedEdits | null {
    return this.#live.current().refused;
  }

  /** Resolves when the text is there. */
  async isOpen(): Promise<this> {
    await this.#is(({ state }) => state.status === 'open' || state.status === 'ended');
    return this;
  }

  /** Resolves when the server has committed everything that was typed here; rejects when it has closed the answer instead. */
  async saved(): Promise<this> {
    await this.#is(({ state }) => state.status === 'ended' || (state.status === 'open' && state.saving === 'saved'));
    if (this.closedWith !== null) throw new Error(`the server closed the answer with ${this.closedWith}`);
    return this;
  }

  /** Begins again from the server after it was closed, and hands over what was typed and not taken. */
  async reopens(): Promise<this> {
    this.#live.reopen();
    await this.#is(({ state, isRebuilding }) => !isRebuilding && state.status === 'open');
    return this;
  }

  /** Hands over an update that is no edit. */
  handsOver(update: Uint8Array): void {
    this.#live.current().connection.handOver(update);
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
    const { awareness } = this.#live.current().connection;
    awareness.setLocalStateField('user', user);
    awareness.setLocalStateField('cursor', { anchor: null, head: null });
  }

  /** The others who show themselves here. */
  sees(): readonly ShownCaret[] {
    const { awareness } = this.#live.current().connection;
    return [...awareness.getStates()].filter(([client]) => client !== awareness.clientID).map(([, state]) => state['user'] as ShownCaret);
  }

  [Symbol.dispose](): void {
    this.#live[Symbol.dispose]();
  }

  async #is(reached: (state: LiveState) => boolean): Promise<void> {
    await eventually(() => {
      const now = this.#live.current();
      if (!reached(now)) throw new Error(`the answer is ${JSON.stringify(now.state)}`);
    });
  }

  #firstProse(): Place {
    const field = this.question.fields.find((it) => it.kind === 'text' || it.kind === 'line' || it.kind === 'grid');
    if (field === undefined) throw new Error('this question has no text');
    return field.kind === 'grid' ? { field: field.id, row: field.rows[0]!.id } : { field: asId<FieldId>(field.id) };
  }
}
