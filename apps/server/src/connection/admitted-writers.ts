// Who was let in to which answer with the right to write, as the database keeps it: the one proof that what somebody brings later, without
// that right, may have been typed while they had it. What a client says of itself is none.
import type { PersonId } from '@chancery/domain';
import { type AdmittedWriter, hasBeenWriter, keepAdmittedWriters, type Store } from '@chancery/store';
import type { Clock, DocumentId } from '@chancery/sync';

interface Parts {
  readonly store: Pick<Store, 'read' | 'transaction'>;
  readonly clock: Pick<Clock, 'after'>;
  readonly failed: (cause: unknown) => void;
}

/** Those that are let in within this time are kept together. */
const keepWithinMs = 50;
/** Remembered, so that a person who comes again costs no query; one that is forgotten is kept once more. */
const maxRemembered = 50_000;

export class AdmittedWriters implements AsyncDisposable {
  readonly #parts: Parts;
  readonly #known = new Set<string>();
  #waiting: AdmittedWriter[] = [];
  #timer: Disposable | null = null;
  #keeping: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The person is let in with the right to write. */
  add(document: DocumentId, person: PersonId): void {
    const key = keyOf(document, person);
    if (this.#known.has(key)) return;
    if (this.#known.size >= maxRemembered) this.#known.clear();
    this.#known.add(key);
    this.#waiting.push({ document, person });
    this.#timer ??= this.#parts.clock.after(keepWithinMs, () => this.#keepSoon());
  }

  /** True when the person ever was, on any server of this database. */
  async includes(document: DocumentId, person: PersonId): Promise<boolean> {
    return this.#known.has(keyOf(document, person)) || (await hasBeenWriter(this.#parts.store.read, { document, person }));
  }

  /** Resolves when all of them are kept. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#timer?.[Symbol.dispose]();
    this.#keepSoon();
    await this.#keeping;
  }

  #keepSoon(): void {
    this.#timer = null;
    const writers = this.#waiting;
    this.#waiting = [];
    if (writers.length > 0) this.#keeping = this.#keeping.then(() => this.#keep(writers));
  }

  async #keep(writers: readonly AdmittedWriter[]): Promise<void> {
    try {
      await this.#parts.store.transaction((tx) => keepAdmittedWriters(tx, writers));
    } catch (cause) {
      // They are kept when they come again.
      for (const { document, person } of writers) this.#known.delete(keyOf(document, person));
      this.#parts.failed(cause);
    }
  }
}

function keyOf(document: DocumentId, person: PersonId): string {
  return `${document}\n${person}`;
}
