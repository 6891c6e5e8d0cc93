// The listeners of rounds (server-sent events), and telling them. It decides no rights: a listener brings its own filter.
import type { RoundEvent } from '@chancery/contract';
import type { PersonId, QuestionId, RoundId } from '@chancery/domain';
import type { RoundState } from './round-state.ts';

export interface Listener {
  readonly person: PersonId;
  /** Hash of the id of the sign-in that the stream was opened with. */
  readonly signIn: string;
  /** False when this person may not hear of that question. Asked for every event that names one. */
  mayHear(question: QuestionId): boolean;
  send(event: RoundEvent): void;
  /** The round as it is after a decision: rights may have changed. */
  renew(state: RoundState): void;
  end(): void;
}

/** What those who are connected to other servers must hear as well. */
export type Onward =
  | { readonly kind: 'told'; readonly round: RoundId; readonly event: RoundEvent }
  | { readonly kind: 'told-person'; readonly person: PersonId; readonly event: RoundEvent };

export class Hub {
  readonly #listeners = new Map<RoundId, Set<Listener>>();
  readonly #passOn: (message: Onward) => void;

  constructor(passOn: (message: Onward) => void = () => {}) {
    this.#passOn = passOn;
  }

  /** Listens until disposed. */
  listen(round: RoundId, listener: Listener): Disposable {
    const listeners = this.#listeners.get(round) ?? new Set();
    this.#listeners.set(round, listeners.add(listener));
    return {
      [Symbol.dispose]: () => {
        listeners.delete(listener);
        if (listeners.size === 0) this.#listeners.delete(round);
      },
    };
  }

  /** Tells everybody in the round who may hear it, on every server. */
  tell(round: RoundId, event: RoundEvent): void {
    this.tellHere(round, event);
    this.#passOn({ kind: 'told', round, event });
  }

  /** Tells one person, in whatever rounds they listen, on every server. */
  tellPerson(person: PersonId, event: RoundEvent): void {
    this.tellPersonHere(person, event);
    this.#passOn({ kind: 'told-person', person, event });
  }

  /** Tells those who are connected to this server: every server finds out by itself. */
  tellHere(round: RoundId, event: RoundEvent): void {
    for (const listener of this.#of(round)) {
      if (!('question' in event) || listener.mayHear(event.question)) listener.send(event);
    }
  }

  tellPersonHere(person: PersonId, event: RoundEvent): void {
    for (const listener of this.#all()) if (listener.person === person) listener.send(event);
  }

  /** Something may have been missed: everybody reads again. */
  tellAllHere(): void {
    for (const listener of this.#all()) {
      listener.send({ kind: 'round-changed' });
      listener.send({ kind: 'notices-changed' });
    }
  }

  /** The rounds that somebody listens to. */
  rounds(): readonly RoundId[] {
    return [...this.#listeners.keys()];
  }

  /** The sign-ins that listen to something. */
  signIns(): readonly string[] {
    return this.#all().map((listener) => listener.signIn);
  }

  /** Gives every listener of the round its new state. */
  renew(state: RoundState): void {
    for (const listener of this.#of(state.id)) listener.renew(state);
  }

  /** How many streams one sign-in has open, and its person with all sign-ins. */
  countOf(signIn: string, person: PersonId): { readonly ofSignIn: number; readonly ofPerson: number } {
    const all = this.#all();
    return {
      ofSignIn: all.filter((listener) => listener.signIn === signIn).length,
      ofPerson: all.filter((listener) => listener.person === person).length,
    };
  }

  /** Ends the streams of one sign-in. */
  endSignIn(signIn: string): void {
    for (const listener of this.#all()) if (listener.signIn === signIn) listener.end();
  }

  /** Ends every stream: the server is going away. */
  endAll(): void {
    for (const listener of this.#all()) listener.end();
  }

  // Copies: a listener that ends leaves the set while it is walked.
  #of(round: RoundId): readonly Listener[] {
    return [...(this.#listeners.get(round) ?? [])];
  }

  #all(): readonly Listener[] {
    return [...this.#listeners.values()].flatMap((listeners) => [...listeners]);
  }
}
