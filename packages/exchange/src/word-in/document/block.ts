// The blocks of a document: paragraphs with their place in a list, and tables, still as Word has them.
import type { Inline } from './context.ts';
import type { ListPlace } from './numbering.ts';

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** Place among all paragraphs of the document, from 1. */
  readonly at: number;
  /** Name of its style as it is known in every language: `heading1`, `tabletext`. */
  readonly style: string;
  /** Left edge of its text, in twentieths of a point. */
  readonly indent: number;
  readonly list: ListPlace | null;
  readonly pieces: readonly Inline[];
}

export interface WordTable {
  readonly kind: 'table';
  /** Place of its first paragraph. */
  readonly at: number;
  readonly indent: number;
  readonly rows: readonly WordRow[];
}

export interface WordRow {
  readonly cells: readonly WordCell[];
}

export interface WordCell {
  readonly isHead: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: readonly WordBlock[];
}

export type WordBlock = WordParagraph | WordTable;

/** The characters of a paragraph, a line end as "\n". */
export function textOf({ pieces }: Pick<WordParagraph, 'pieces'>): string {
  return pieces.map((it) => (it.kind === 'break' ? '\n' : it.text)).join('');
}

/** Every paragraph of the blocks in order, those in tables included. */
export function paragraphsIn(blocks: readonly WordBlock[]): readonly WordParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsIn(cell.blocks))),
  );
}
