// What a block is and where it stands.
import type { Paragraph, Table } from 'docx';

export type Block = Paragraph | Table;

/** Where a block stands; lengths in twentieths of a point. */
export interface Place {
  readonly style: 'Answer' | 'TableText' | 'TableHead' | 'Quote';
  readonly indent: number;
  readonly width: number;
  /** How many lists the block is in. */
  readonly depth: number;
}
