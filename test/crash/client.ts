// The client that ships on any document of a round, with what the crash tests ask of it: how many of its edits it was told are saved.
import type { LiveDocument } from '@chancery/sync-client';
import type { Doc } from 'yjs';
import { type DeskTab, eventually } from '../desk/index.ts';
import type { DocumentName } from '../desk/people/tab.ts';

export class CrashClient implements Disposable {
  readonly #live: LiveDocument;

  constructor(tab: DeskTab, document: DocumentName) {
    this.#live = tab.opens(document);
  }

  get doc(): Doc {
    return this.#live.current().connection.document;
  }

  /** Edits made here so far. */
  get made(): number {
    return this.#live.current().connection.edits.made;
  }

  /** Of the edits made here, in their order, how many this person was told are saved. */
  get acknowledged(): number {
    return this.#live.current().connection.edits.saved;
  }

  /** One edit, sent at once where there is a connection. */
  edit(change: () => void): void {
    const { made } = this;
    this.doc.transact(change, this);
    if (this.made !== made + 1) throw new Error('a change was no edit, or several');
  }

  /** Resolves when the document is here. */
  async isOpen(): Promise<this> {
    await eventually(() => this.#assertOpen());
    return this;
  }

  /** Resolves when every edit made here is acknowledged on the present connection. */
  async saved(withinMs?: number): Promise<void> {
    await eventually(() => {
      const saving = this.#assertOpen();
      if (saving !== 'saved') throw new Error(`${this.acknowledged} of ${this.made} edits are saved`);
    }, withinMs);
  }

  [Symbol.dispose](): void {
    this.#live[Symbol.dispose]();
  }

  #assertOpen(): string {
    const { state } = this.#live.current();
    if (state.status === 'ended') throw new Error(`the server closed the document with ${state.code}`);
    if (state.status !== 'open') throw new Error('the document is not open yet');
    return state.saving;
  }
}
