// What one Word document collects while it is written, and what its end must declare: list starts and link targets.

/** Made for each document; `prose` and `fields` fill it, the finished file declares it. */
export interface Paper {
  /** How many numbered lists begin with each start value; every list is an instance of its own. */
  readonly listsByStart: Map<number, number>;
  /** Relationship id of every link target. */
  readonly links: Map<string, string>;
}

/** A sheet with nothing on it. */
export function blankPaper(): Paper {
  return { listsByStart: new Map(), links: new Map() };
}

/** The relationship id of that target; one target has one id. */
export function linkId(paper: Paper, href: string): string {
  const known = paper.links.get(href);
  if (known !== undefined) return known;
  const id = `Link${paper.links.size + 1}`;
  paper.links.set(href, id);
  return id;
}
