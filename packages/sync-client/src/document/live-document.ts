// A document on a screen through the lives of its connection: where edits were refused it begins again from the server, hands over what was
// typed and not taken, and says which text that was. What stands on the screen stays there until the server's document is here.
import type { Clock } from '@chancery/sync/ports';
import type { Doc } from 'yjs';
import { type ConnectionState, type ConnectionEnding, isRebuiltFromServer } from './connection-state.ts';
import { type Carrier, type DocumentAddress, DocumentConnection } from './document-connection.ts';
import { unsentEdits } from './unsent-edits.ts';

/** What was typed here and not taken. */
export interface RefusedEdits {
  readonly ending: ConnectionEnding;
  /** One entry for each place; none for what only deleted text, or ticked. */
  readonly texts: readonly string[];
  /** Whether the server was given all of it, or had it already in the document. `too-large`: it could not be handed over. */
  readonly handedOver: 'not-needed' | 'done' | 'too-large';
}

/** The text that stood in a document on the screen and is not in the server's: one entry for each place. */
export type FindLost = (onScreen: Doc, onServer: Doc) => readonly string[];

export interface LiveState {
  /** The connection whose document is shown: one that has ended, until the next is open. */
  readonly connection: DocumentConnection;
  readonly state: ConnectionState;
  readonly refused: RefusedEdits | null;
  /** True while the next connection is on its way. */
  readonly isRebuilding: boolean;
}

export interface LiveDocumentParts extends Carrier {
  readonly address: DocumentAddress;
  readonly findLost: FindLost;
  /** A document that is refused sooner than this after it was opened waits for `reopen`, since that could go on for ever. A second unless given. */
  readonly soonMs?: number;
}

/** A message of the protocol may be 2 MiB. */
const maxHandOverBytes = 1_900_000;

export class LiveDocument implements Disposable {
  readonly #open: () => DocumentConnection;
  readonly #findLost: FindLost;
  readonly #clock: Clock;
  readonly #soonMs: number;
  readonly #listeners = new Set<() => void>();
  #shown: DocumentConnection;
  #next: DocumentConnection | null = null;
  #openedAt = 0;
  #refused: RefusedEdits | null = null;
  #state: LiveState;

  constructor(parts: LiveDocumentParts) {
    this.#open = () => new DocumentConnection(parts.address, parts);
    this.#findLost = parts.findLost;
    this.#clock = parts.clock;
    this.#soonMs = parts.soonMs ?? 1_000;
    this.#shown = this.#begin();
    this.#state = this.#look();
  }

  /** Listens to the state; returns how to stop. Bound, as React's external stores need it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something of it changes. */
  readonly current = (): LiveState => this.#state;

  readonly forgetRefused = (): void => {
    this.#refused = null;
    this.#tell();
  };

  /** Begins again after an ending. */
  readonly reopen = (): void => {
    this.#next?.[Symbol.dispose]();
    this.#next = this.#begin();
    this.#tell();
  };

  [Symbol.dispose](): void {
    this.#listeners.clear();
    this.#next?.[Symbol.dispose]();
    this.#shown[Symbol.dispose]();
  }

  #begin(): DocumentConnection {
    const connection = this.#open();
    this.#openedAt = this.#clock.now();
    connection.subscribe(() => this.#changed(connection));
    return connection;
  }

  #changed(connection: DocumentConnection): void {
    const state = connection.current();
    if (connection === this.#next && state.status === 'open') return this.#takeOver(connection);
    if (connection === this.#shown && state.status === 'ended' && isRebuiltFromServer(state.ending) && !this.#isSoon) return this.reopen();
    this.#tell();
  }

  get #isSoon(): boolean {
    return this.#clock.now() - this.#openedAt < this.#soonMs;
  }

  /** The server's document is here: what was typed meanwhile counts as well, since the old one was on the screen until now. */
  #takeOver(next: DocumentConnection): void {
    const old = this.#shown;
    const ended = old.current();
    if (ended.status === 'ended') this.#refused = this.#handOver(ended.ending, old, next) ?? this.#refused;
    this.#shown = next;
    this.#next = null;
    this.#tell();
    old[Symbol.dispose]();
  }

  #handOver(ending: ConnectionEnding, old: DocumentConnection, next: DocumentConnection): RefusedEdits | null {
    if (!isRebuiltFromServer(ending)) return null;
    const texts = this.#findLost(old.document, next.document);
    if (ending === 'replaced') return { ending, texts, handedOver: texts.length === 0 ? 'not-needed' : 'done' };
    const update = unsentEdits(old.document, next.document);
    if (update === null) return { ending, texts: [], handedOver: 'not-needed' };
    if (update.length > maxHandOverBytes) return { ending, texts, handedOver: 'too-large' };
    next.handOver(update);
    return { ending, texts, handedOver: 'done' };
  }

  #look(): LiveState {
    const [shown, next] = [this.#shown, this.#next];
    return { connection: shown, state: (next ?? shown).current(), refused: this.#refused, isRebuilding: next !== null };
  }

  #tell(): void {
    const now = this.#look();
    const { connection, state, refused, isRebuilding } = this.#state;
    if (now.connection === connection && now.state === state && now.refused === refused && now.isRebuilding === isRebuilding) return;
    this.#state = now;
    for (const listener of this.#listeners) listener();
  }
}
