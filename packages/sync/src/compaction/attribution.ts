// The attribution, which outlives the updates of a log: who wrote and who deleted which items, and when each author edited.
// It is a fold over the updates in log order, so that a cut anywhere changes nothing (SPEC.md L2).
import * as Y from 'yjs';
import type { Author } from '../ports.ts';
import { type Run, Runs } from './runs.ts';
import { keyOf, Spells } from './spells.ts';

/** An update as the log has it. `author` null: the server itself. */
export interface LoggedUpdate {
  /** Yjs v1. */
  readonly bytes: Uint8Array;
  readonly author: Author | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly sequence: number;
}

export interface Deed {
  /** Null: the server itself. */
  readonly author: Author | null;
  readonly at: number;
}

/** The sequence of a document's initial content, which is nobody's edit. */
const initialSequence = 1;

export class Attribution {
  readonly authors: (Author | null)[] = [];
  readonly written = new Runs();
  readonly deleted = new Runs();
  readonly spells: Spells;
  private readonly indexes = new Map<string, number>();

  constructor(spells = new Spells()) {
    this.spells = spells;
  }

  /** Adds the next update of the log. Throws when it cannot be decoded. */
  add({ bytes, author, at, sequence }: LoggedUpdate): void {
    const { structs, ds } = Y.decodeUpdate(bytes);
    const by = this.indexOf(author);
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      const run = { clock: struct.id.clock, length: struct.length, author: by, at };
      this.written.claim(struct.id.client, run);
      // Written into something that was deleted meanwhile: gone as it came, and in no list of deletions.
      if (struct instanceof Y.GC) this.deleted.claim(struct.id.client, run);
    }
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) this.deleted.claim(client, { clock, length: len, author: by, at });
    }
    if (sequence > initialSequence) this.spells.add(author, at);
  }

  /** The author's place in `authors`, made when there is none. */
  indexOf(author: Author | null): number {
    const known = this.indexes.get(keyOf(author));
    if (known !== undefined) return known;
    this.indexes.set(keyOf(author), this.authors.length);
    return this.authors.push(author) - 1;
  }

  /** Who did what the run says. */
  deedOf({ author, at }: Run): Deed {
    return { author: this.authors[author] ?? null, at };
  }
}
