// A Word document as lines of Markdown, the form in which filled forms are matched to their questions.
import type { ProseNode } from '@chancery/domain';
import { linkedText } from '../../markdown/hyperlink.ts';
import { writeProse } from '../../markdown/write-prose.ts';
import { node } from '../../prose.ts';
import { textOf, type WordBlock, type WordParagraph } from '../document/block.ts';
import { proseOf } from '../prose/prose-of.ts';
import { type FormWording, withBoxes } from './form-wording.ts';
import { laidOut } from './lay-out.ts';

export interface WordLine {
  readonly markdown: string;
  /** The paragraph that it is of. */
  readonly at: number;
}

/** The lines of the blocks, an empty one behind each. */
export function linesOf(blocks: readonly WordBlock[], wording: FormWording): readonly WordLine[] {
  const lines: WordLine[] = [];
  let prose: WordBlock[] = [];
  const end = () => {
    const parts = prose.length === 0 ? [] : (proseOf(prose, { base: 0, isOwnForm: false }).content ?? []);
    for (const [index, part] of parts.entries()) {
      // Two lists in a row would become one.
      if (isList(part) && isList(parts[index - 1])) lines.push(...withBlank(['<!-- -->'], prose[0]?.at ?? 0));
      lines.push(...withBlank(writeProse(node('doc', [linked(part)])).split('\n'), prose[0]?.at ?? 0));
    }
    prose = [];
  };
  for (const block of laidOut(blocks, wording)) {
    // Empty paragraphs are how people make room.
    if (block.kind === 'paragraph' && textOf(block).trim() === '') continue;
    const printed = block.kind === 'paragraph' ? printedLine(block, wording) : null;
    if (printed === null) {
      prose.push(block);
      continue;
    }
    end();
    lines.push(...withBlank(printed.split('\n'), block.at));
  }
  end();
  return lines;
}

/** A paragraph that the form prints, with what stands behind its wording; null for any other. */
function printedLine(paragraph: WordParagraph, wording: FormWording): string | null {
  const { pieces, list } = paragraph;
  const text = textOf(paragraph);
  if (wording.isOptions(text)) return written(withBoxes(text));
  // What was picked from a list is a tick, where the list offers options.
  const [only, ...more] = pieces.filter((it) => it.kind === 'break' || it.text.trim() !== '');
  if (only?.kind === 'text' && only.isPicked && more.length === 0 && wording.isOption(text)) return `☒ ${written(text)}`;
  if (!wording.isQuestion(text) && !wording.isLabel(text)) return null;
  // Word counts by itself, and not always as the form does.
  const number = list !== null && wording.isQuestion(`${list.label} ${text}`, true) ? `${list.label} ` : '';
  return `${number}${writeProse(proseOf([{ ...paragraph, list: null, style: '' }], { base: 0, isOwnForm: false }))}`;
}

function written(text: string): string {
  return writeProse(node('doc', [node('paragraph', [{ type: 'text', text }])]));
}

function isList(block: ProseNode | undefined): boolean {
  return block?.type === 'bulletList' || block?.type === 'orderedList';
}

function withBlank(markdown: readonly string[], at: number): readonly WordLine[] {
  return [...markdown, ''].map((line) => ({ markdown: line, at }));
}

/** The block with a hyperlink on every address that has none. */
function linked(block: ProseNode): ProseNode {
  if (block.content === undefined) return block;
  const content = block.content.flatMap((it): readonly ProseNode[] => {
    if (it.type !== 'text') return [linked(it)];
    if (it.marks?.some((mark) => mark.type === 'link') === true) return [it];
    return linkedText(it.text ?? '', it.marks ?? [], (text) => text);
  });
  return { ...block, content };
}
