// What a Word file holds beside the text of its answers, counted where it stands.
import type { LeftOutKind } from '../../filled-form.ts';

interface Found {
  readonly what: LeftOutKind;
  /** Place in the document: the block of its body in which it stands, from 0. */
  readonly at: number;
}

/** Filled while a document is read. */
export class LeftOutLog {
  readonly #found: Found[] = [];
  /** The block that is being read. */
  at = 0;

  /** One more, where the reading is now. */
  note(what: LeftOutKind): void {
    this.#found.push({ what, at: this.at });
  }

  get found(): readonly Found[] {
    return this.#found;
  }
}
