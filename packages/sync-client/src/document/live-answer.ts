// Owns one answer on a screen through the lives of its connection: where edits were refused it begins anew from the server, hands over what was
// typed and not taken, and says which words these were. What stands on the screen stays there until the server's text is here.
import type * as Y from 'yjs';
import type { AnswerConnection } from './answer-connection.ts';
import { type ConnectionState, type Ending, isRebuiltFromServer } from './connection-state.ts';
import { unsentEdits } from './unsent-edits.ts';

/** What was typed here and not taken. */
export interface Refusal {
  readonly ending: Ending;
  /** One entry for each place; none for what only took words out, or ticked. */
  readonly words: readonly string[];
  /** Whether the server was given all of it, or had it already in the answer. `too-large`: it could not be handed over. */
  readonly handedOver: 'not-needed' | 'done' | 'too-large';
}

/** What stands in a document that was on the screen and is not in the server's: one entry for each place. */
export type FindLost = (onScreen: Y.Doc, onServer: Y.Doc) => readonly string[];

export interface OnScreen {
  /** Whose document is shown: of a connection that has ended, until the next one is open. */
  readonly connection: AnswerConnection;
  readonly state: ConnectionState;
  readonly refusal: Refusal | null;
  /** True while the next connection is on its way. */
  readonly isRebuilding: boolean;
}

/** Refused sooner than this after opening, the person is asked before it begins anew: it could go on for ever. */
const soonAfterMs = 1000;
/** A message of the protocol may be 2 MiB. */
const mostHandedOver = 1_900_000;

export class LiveAnswer implements Disposable {
  private readonly open: () => AnswerConnection;
  private readonly findLost: FindLost;
  private readonly soonMs: number;
  private readonly listeners = new Set<() => void>();
  private shown: AnswerConnection;
  private next: AnswerConnection | null = null;
  private openedAt = performance.now();
  private refusal: Refusal | null = null;
  private onScreen: OnScreen;

  constructor(open: () => AnswerConnection, findLost: FindLost, soonMs: number = soonAfterMs) {
    this.open = open;
    this.findLost = findLost;
    this.soonMs = soonMs;
    this.shown = this.begin();
    this.onScreen = this.look();
  }

  /** Bound, as React's external stores need it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same object until something of it changes. */
  readonly current = (): OnScreen => this.onScreen;

  readonly forgetRefusal = (): void => {
    this.refusal = null;
    this.tell();
  };

  /** Begins anew after an ending. */
  readonly reopen = (): void => this.rebuild();

  [Symbol.dispose](): void {
    this.listeners.clear();
    this.next?.[Symbol.dispose]();
    this.shown[Symbol.dispose]();
  }

  private begin(): AnswerConnection {
    const connection = this.open();
    this.openedAt = performance.now();
    connection.subscribe(() => this.changed(connection));
    return connection;
  }

  private changed(connection: AnswerConnection): void {
    const state = connection.current();
    if (connection === this.next && state.status === 'open') return this.takeOver(connection);
    if (connection === this.shown && state.status === 'ended' && isRebuiltFromServer(state.ending) && !this.isSoon) return this.rebuild();
    this.tell();
  }

  private get isSoon(): boolean {
    return performance.now() - this.openedAt < this.soonMs;
  }

  private rebuild(): void {
    this.next?.[Symbol.dispose]();
    this.next = this.begin();
    this.tell();
  }

  /** The server's text is here: what was typed meanwhile counts as well, since the old document was on the screen until now. */
  private takeOver(next: AnswerConnection): void {
    const old = this.shown;
    const ended = old.current();
    if (ended.status === 'ended') this.refusal = this.handOver(ended.ending, old, next) ?? this.refusal;
    this.shown = next;
    this.next = null;
    this.tell();
    old[Symbol.dispose]();
  }

  private handOver(ending: Ending, old: AnswerConnection, next: AnswerConnection): Refusal | null {
    if (!isRebuiltFromServer(ending)) return null;
    const words = this.findLost(old.document, next.document);
    if (ending === 'replaced') return { ending, words, handedOver: words.length === 0 ? 'not-needed' : 'done' };
    const update = unsentEdits(old.document, next.document);
    if (update === null) return { ending, words: [], handedOver: 'not-needed' };
    if (update.length > mostHandedOver) return { ending, words, handedOver: 'too-large' };
    next.handOver(update);
    return { ending, words, handedOver: 'done' };
  }

  private look(): OnScreen {
    const { shown, next, refusal } = this;
    return { connection: shown, state: (next ?? shown).current(), refusal, isRebuilding: next !== null };
  }

  private tell(): void {
    const now = this.look();
    const { connection, state, refusal, isRebuilding } = this.onScreen;
    if (now.connection === connection && now.state === state && now.refusal === refusal && now.isRebuilding === isRebuilding) return;
    this.onScreen = now;
    for (const listener of this.listeners) listener();
  }
}
