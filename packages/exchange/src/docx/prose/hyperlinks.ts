// Hyperlinks: which targets are live in Word, how they are written, and how addresses in the form's own wording become live.
import { ConcreteHyperlink, type Document, type ParagraphChild, TextRun } from 'docx';
import { hyperlinkId, type Paper, printable } from './paper.ts';

const liveSchemes = new Set(['http:', 'https:', 'mailto:']);
/** Word reports a longer target as damage to the whole file. */
const maxTargetLength = 2083;
const printedAddress = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/** The target as it is written, or null where it stays plain text: another scheme, no valid address, or too long for Word. */
export function liveTarget(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > maxTargetLength || !URL.canParse(href)) return null;
  return liveSchemes.has(new URL(href).protocol) ? printable(href).trim() : null;
}

/** The runs as one live link to a target that `liveTarget` gave. */
export function hyperlinkTo(target: string, runs: readonly ParagraphChild[], paper: Paper): ParagraphChild {
  return new ConcreteHyperlink(runs, hyperlinkId(paper, target));
}

/** Wording of the form with its web and mail addresses live, the characters as printed. */
export function printedRuns(text: string, paper: Paper): readonly ParagraphChild[] {
  const clean = printable(text);
  const runs: ParagraphChild[] = [];
  let end = 0;
  for (const found of clean.matchAll(printedAddress)) {
    if (found.index > end) runs.push(new TextRun(clean.slice(end, found.index)));
    runs.push(addressRun(found[0], paper));
    end = found.index + found[0].length;
  }
  if (end < clean.length) runs.push(new TextRun(clean.slice(end)));
  return runs;
}

/** One web or mail address, live where it can be. */
export function addressRun(address: string, paper: Paper): ParagraphChild {
  const target = liveTarget(/^https?:/i.test(address) ? address : `mailto:${address}`);
  if (target === null) return new TextRun(printable(address));
  return hyperlinkTo(target, [new TextRun({ text: printable(address), style: 'Hyperlink' })], paper);
}

/** Writes the targets of all links into the finished document's relationships, whole, fragment included. */
export function declareHyperlinks(document: Document, paper: Paper): void {
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
  for (const [target, id] of paper.hyperlinks) document.Document.Relationships.addRelationship(id, kind, target, 'External');
}
