// Where prose stands in an answer, and an anchor: a passage of it that follows its characters through edits.
import type { FieldId, OptionId, RowId } from '../id.ts';

/** A field's own prose, one row of a grid, or the remark or "other" text of one option. */
export interface Place {
  readonly field: FieldId;
  readonly row?: RowId | undefined;
  readonly option?: OptionId | undefined;
}

/** A passage as plain JSON. Each end holds to the character inside, so that what is typed at an edge stays outside. */
export interface Anchor {
  readonly place: Place;
  /** Opaque text that answer-doc makes, at most 2,000 characters. */
  readonly start: string;
  readonly end: string;
  /** The text as it was, a new line between blocks, at most `maxQuoteLength`. */
  readonly quote: string;
}

export const maxQuoteLength = 2000;
