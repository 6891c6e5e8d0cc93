// The way back from marked lines: every value that the matching made of them holds what the document holds.
import { plainText } from '@chancery/answer-doc';
import { assertNever, type FieldValue, type ProseNode } from '@chancery/domain';
import { linkedText } from '../../markdown/hyperlink.ts';
import { isBlank } from '../../prose.ts';
import { textOf, type WordBlock } from '../document/block.ts';
import { cutPieces } from '../document/cut-pieces.ts';
import { proseOf } from '../prose/prose-of.ts';
import type { Segment } from './lines.ts';
import { cutAtMarks, unmarked } from './mark.ts';

export function restored(value: FieldValue, segments: readonly Segment[]): FieldValue | null {
  switch (value.kind) {
    case 'line': {
      const text = blocksAt(value.text, segments).map(plainOf).join(' ');
      return text.trim() === '' ? null : { kind: 'line', text };
    }
    case 'text': {
      const prose = proseAt(value.prose, segments);
      return isBlank(prose) ? null : { kind: 'text', prose };
    }
    case 'grid': {
      const rows = Object.entries<ProseNode>(value.rows).map(([row, prose]) => [row, proseAt(prose, segments)] as const);
      return { kind: 'grid', rows: Object.fromEntries(rows.filter(([, prose]) => !isBlank(prose))) };
    }
    case 'choice':
      return value.remarks === undefined
        ? value
        : {
            ...value,
            remarks: Object.fromEntries(Object.entries<string>(value.remarks).map(([option, remark]) => [option, unmarked(remark)])),
          };
    default:
      return assertNever(value);
  }
}

function proseAt(matched: ProseNode, segments: readonly Segment[]): ProseNode {
  return linked(proseOf(blocksAt(plainText(matched), segments), { base: 0, isOwnForm: false }));
}

/** What the marks of a text stand for, cut as the text was. Text without a mark is itself. */
function blocksAt(text: string, segments: readonly Segment[]): readonly WordBlock[] {
  const blocks: WordBlock[] = [];
  let last: Segment | null = null;
  for (const { before, mark } of cutAtMarks(text)) {
    const left = before.replace(/^[\n ]+/, '');
    const segment = mark === null ? undefined : segments[mark];
    if (segment === undefined) {
      if (left.trim() !== '') blocks.push(paragraphSaying(left));
      continue;
    }
    const { block, from, to, shown } = segment;
    if (block.kind === 'table') blocks.push(block);
    else {
      const cut = shown.endsWith(left) ? shown.length - left.length : 0;
      const goesOn = last !== null && last.block === block && cut === 0;
      const pieces = cutPieces(block.pieces, from + cut, to);
      const open = blocks.at(-1);
      if (goesOn && open?.kind === 'paragraph')
        blocks[blocks.length - 1] = { ...open, pieces: [...open.pieces, { kind: 'break' }, ...pieces] };
      else if (pieces.length > 0) blocks.push({ ...block, pieces });
    }
    last = segment;
  }
  return blocks;
}

function paragraphSaying(text: string): WordBlock {
  return { kind: 'paragraph', at: 0, style: '', indent: 0, list: null, pieces: [{ kind: 'text', text, marks: [], isPicked: false }] };
}

function plainOf(block: WordBlock): string {
  return block.kind === 'table' ? plainText(proseOf([block], { base: 0, isOwnForm: false })) : textOf(block).trim();
}

/** The prose with a hyperlink on every address that has none. */
function linked(prose: ProseNode): ProseNode {
  if (prose.content === undefined) return prose;
  const content = prose.content.flatMap((it): readonly ProseNode[] => {
    if (it.type !== 'text') return [linked(it)];
    if (it.marks?.some((mark) => mark.type === 'link') === true) return [it];
    return linkedText(it.text ?? '', it.marks ?? [], (text) => text);
  });
  return { ...prose, content };
}
