// A Word document as lines to be matched to the questions, as the lines of a text are. Only what is compared stands in them: each is marked,
// and what was matched is looked up in the document by its mark.
import { writeInline } from '../../markdown/write/write-inline.ts';
import { paragraphsIn, textOf, type WordBlock, type WordParagraph } from '../document/block.ts';
import { WordProblemError } from '../package/problem.ts';
import { type FormWording, withBoxes } from './form-wording.ts';
import { laidOut } from './lay-out.ts';
import { markOf, unmarked } from './mark.ts';

/** A stretch of a paragraph, or a table. */
export interface Segment {
  readonly block: WordBlock;
  /** Characters of the paragraph. */
  readonly from: number;
  readonly to: number;
  /** What stands in the line for it: its beginning. */
  readonly shown: string;
}

export interface WordLine {
  readonly text: string;
  /** The paragraph that it is of. */
  readonly at: number;
}

export interface MarkedLines {
  readonly lines: readonly WordLine[];
  readonly segments: readonly Segment[];
}

/** What is compared of a line; no wording is longer. */
const maxShown = 1_500;

/** Lines that say something; the longest form that was ever filled has some thousand. */
const maxLines = 12_000;

/** The lines of the blocks, an empty one behind each. Throws `too-complex` beyond the bounds. */
export function linesOf(blocks: readonly WordBlock[], wording: FormWording): MarkedLines {
  const lines: WordLine[] = [];
  const segments: Segment[] = [];
  const add = (block: WordBlock, from: number, to: number, text: string) => {
    const shown = unmarked(text).slice(0, maxShown);
    lines.push({ text: `${written(shown)}${markOf(segments.length)}`, at: block.at });
    segments.push({ block, from, to, shown });
  };
  for (const block of laidOut(blocks, wording)) {
    const text = block.kind === 'table' ? firstText(block) : textOf(block);
    // Empty paragraphs are how people make room.
    if (text.trim() === '') continue;
    const printed = block.kind === 'table' ? null : printedLine(block, text, wording);
    if (printed !== null) lines.push({ text: printed, at: block.at });
    else if (block.kind === 'table') add(block, 0, 0, text);
    else {
      let from = 0;
      // A line end parts what the form prints from what somebody wrote, as a paragraph does.
      for (const line of text.split('\n')) {
        const own = text.includes('\n') ? wordingOn(line, wording) : null;
        if (own !== null) lines.push({ text: own, at: block.at });
        else if (line.trim() !== '') add(block, from, from + line.length, line);
        from += line.length + 1;
      }
    }
    lines.push({ text: '', at: block.at });
    if (segments.length > maxLines || lines.length > 2 * maxLines) throw new WordProblemError({ code: 'too-complex' });
  }
  return { lines, segments };
}

/** A paragraph that the form prints and that holds nothing else; null for any other. */
function printedLine({ pieces, list }: WordParagraph, text: string, wording: FormWording): string | null {
  // What was picked from a list is a tick, where the list offers options.
  const [only, ...more] = pieces.filter((it) => it.kind === 'break' || it.text.trim() !== '');
  if (only?.kind === 'text' && only.isPicked && more.length === 0 && wording.isOption(text)) return `☒ ${written(text)}`;
  const line = text.includes('\n') && !wording.isWholeQuestion(text) ? null : wordingOn(text.replaceAll('\n', ' '), wording);
  // Word counts by itself, and not always as the form does.
  const isCounted = line !== null && list !== null && wording.isQuestion(`${list.label} ${text}`, true);
  return isCounted ? `${list.label} ${line}` : line;
}

/** A line of options, a question or a label, alone. */
function wordingOn(line: string, wording: FormWording): string | null {
  if (wording.isOptions(line)) return written(withBoxes(unmarked(line)));
  return wording.isWholeQuestion(line) || wording.isLabel(line) ? written(line) : null;
}

function firstText(block: WordBlock): string {
  return (
    paragraphsIn([block])
      .map(textOf)
      .find((it) => it.trim() !== '')
      ?.replaceAll('\n', ' ') ?? ''
  );
}

/** Text so that Markdown takes it as it is. */
function written(text: string): string {
  return writeInline([{ type: 'text', text }], 'paragraph');
}
