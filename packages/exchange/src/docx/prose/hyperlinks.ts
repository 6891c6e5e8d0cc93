// Hyperlinks in Word: how they are written, and how addresses in the form's own wording become live.
import { ConcreteHyperlink, type Document, type ParagraphChild, TextRun } from 'docx';
import { addressTarget, printable, printedParts } from '../../written-text.ts';
import { rightToLeft } from './direction.ts';
import { hyperlinkId, type Paper } from './paper.ts';

/** The runs as one live link to a target that `liveTarget` gave. */
export function hyperlinkTo(target: string, runs: readonly ParagraphChild[], paper: Paper): ParagraphChild {
  return new ConcreteHyperlink(runs, hyperlinkId(paper, target));
}

/** Wording of the form with its web and mail addresses live, the characters as printed. */
export function printedRuns(text: string, paper: Paper): readonly ParagraphChild[] {
  return printedParts(printable(text)).map((part) => linkedRun(part.text, part.target, paper));
}

/** One web or mail address, live where it can be. */
export function addressRun(address: string, paper: Paper): ParagraphChild {
  return linkedRun(address, addressTarget(address), paper);
}

/** Writes the targets of all links into the finished document's relationships, whole, fragment included. */
export function declareHyperlinks(document: Document, paper: Paper): void {
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
  for (const [target, id] of paper.hyperlinks) document.Document.Relationships.addRelationship(id, kind, target, 'External');
}

function linkedRun(text: string, target: string | null, paper: Paper): ParagraphChild {
  const run = { text: printable(text), ...rightToLeft(text) };
  return target === null ? new TextRun(run) : hyperlinkTo(target, [new TextRun({ ...run, style: 'Hyperlink' })], paper);
}
