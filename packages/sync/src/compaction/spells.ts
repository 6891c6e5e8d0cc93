// The editing history as people read it: spells of one author's work instead of thousands of updates.
import type { Author } from '../ports.ts';

export interface Spell {
  readonly author: Author | null;
  /** Milliseconds since the epoch: the first edit and the last. */
  readonly from: number;
  to: number;
  edits: number;
}

/** A pause longer than this begins a new spell. */
const pauseMs = 10 * 60_000;

export class Spells {
  /** In the order in which they began. Spells of several people at once stand side by side. */
  readonly all: Spell[];
  private readonly latest = new Map<string, Spell>();

  /** Goes on after earlier spells. */
  constructor(earlier: readonly Spell[] = []) {
    this.all = earlier.map((spell) => ({ ...spell }));
    for (const spell of this.all) this.latest.set(keyOf(spell.author), spell);
  }

  /** Counts an edit; edits come in log order. */
  add(author: Author | null, at: number): void {
    const spell = this.latest.get(keyOf(author));
    if (spell !== undefined && at - spell.to <= pauseMs) {
      spell.to = at;
      spell.edits += 1;
      return;
    }
    const begun = { author, from: at, to: at, edits: 1 };
    this.latest.set(keyOf(author), begun);
    this.all.push(begun);
  }
}

/** Two authors with one key are one author. */
export function keyOf(author: Author | null): string {
  return author === null ? '' : `${author.person}/${author.agency}`;
}
