// The paper that a Word document is written on: its blocks and where they stand, what it collects for its end to declare.
import type { Paragraph, Table } from 'docx';

export type Block = Paragraph | Table;

/** Where a block stands; lengths in twentieths of a point. */
export interface Layout {
  readonly style: 'Answer' | 'TableText' | 'TableHead' | 'Quote';
  readonly indent: number;
  readonly width: number;
  /** How many lists the block is in. */
  readonly depth: number;
}

/** Made for each document; `prose` and `fields` fill it, the finished file declares it. */
export interface Paper {
  /** How many numbered lists begin with each start value; every list is an instance of its own. */
  readonly listsByStart: Map<number, number>;
  bulletLists: number;
  /** Relationship id of every hyperlink target. */
  readonly hyperlinks: Map<string, string>;
}

/** A sheet with nothing on it. */
export function blankPaper(): Paper {
  return { listsByStart: new Map(), bulletLists: 0, hyperlinks: new Map() };
}

/** The relationship id of that target; one target has one id. */
export function hyperlinkId(paper: Paper, href: string): string {
  const known = paper.hyperlinks.get(href);
  if (known !== undefined) return known;
  const id = `Link${paper.hyperlinks.size + 1}`;
  paper.hyperlinks.set(href, id);
  return id;
}
