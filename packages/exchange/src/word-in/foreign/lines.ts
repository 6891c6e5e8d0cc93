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
  /** As it reads in Word. */
  readonly plain: string;
  /** The paragraph that it is of. */
  readonly at: number;
}

/** The lines of the blocks, an empty one behind each. */
export function linesOf(blocks: readonly WordBlock[], wording: FormWording): readonly WordLine[] {
  const lines: WordLine[] = [];
  let prose: WordBlock[] = [];
  const end = () => {
    for (const part of prose.length === 0 ? [] : (proseOf(prose, { base: 0, isOwnForm: false }).content ?? []))
      lines.push(...proseLines(part, prose[0]?.at ?? 0));
    prose = [];
  };
  for (const block of laidOut(blocks, wording)) {
    const printed = block.kind === 'paragraph' ? printedLine(block, wording) : null;
    if (printed === null) {
      prose.push(block);
      continue;
    }
    end();
    lines.push(...withBlank(printed.split('\n'), printed.split('\n'), block.at));
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
  const number = list !== null && list.isOrdered && wording.isQuestion(text) ? `${list.label} ` : '';
  return `${number}${writeProse(proseOf([{ ...paragraph, list: null, style: '' }], { base: 0, isOwnForm: false }))}`;
}

function written(text: string): string {
  return writeProse(node('doc', [node('paragraph', [{ type: 'text', text }])]));
}

function proseLines(block: ProseNode, at: number): readonly WordLine[] {
  const markdown = writeProse(node('doc', [linked(block)])).split('\n');
  return withBlank(markdown, markdown, at);
}

function withBlank(markdown: readonly string[], plain: readonly string[], at: number): readonly WordLine[] {
  return [...markdown.map((line, index) => ({ markdown: line, plain: plain[index] ?? line, at })), { markdown: '', plain: '', at }];
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
