// Owns who listens to a round right now (server-sent events), and telling them. It decides no rights: a listener brings its own filter.
import type { RoundEvent } from '@chancery/contract';
import type { PersonId, RoundId } from '@chancery/domain';

export interface Listener {
  readonly person: PersonId;
  /** False when this person may not hear of that question. Asked for every event that names one. */
  mayHear(question: string): boolean;
  send(event: RoundEvent): void;
}

export class Hub {
  readonly #listeners = new Map<RoundId, Set<Listener>>();

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

  /** Tells everybody in the round who may hear it. */
  tell(round: RoundId, event: RoundEvent): void {
    for (const listener of this.#listeners.get(round) ?? []) {
      if (!('question' in event) || listener.mayHear(event.question)) listener.send(event);
    }
  }

  /** Tells one person, in whatever rounds they listen. */
  tellPerson(person: PersonId, event: RoundEvent): void {
    for (const listeners of this.#listeners.values()) {
      for (const listener of listeners) if (listener.person === person) listener.send(event);
    }
  }

  listenersOf(round: RoundId): readonly Listener[] {
    return [...(this.#listeners.get(round) ?? [])];
  }
}
