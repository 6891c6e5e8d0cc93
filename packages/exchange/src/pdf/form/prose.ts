// The blocks of rich text: paragraphs, lists, quotes, tables.
import { plainText } from '@chancery/answer-doc';
import type { ProseNode } from '@chancery/domain';
import { directionOf } from '../../direction.ts';
import { paragraphStrips, type FlowPlace } from '../flow/paragraph.ts';
import type { Strip } from '../flow/strip.ts';
import type { Element, LetterRun } from '../line/run.ts';
import { drawable } from '../line/run.ts';
import { begin } from '../pen.ts';
import { colours, emboldened, leadingOf, listStep, type LetterLook, type ParagraphStyle, quoteStep, slanted, styles } from '../sheet.ts';
import { liveTarget } from '../../written-text.ts';
import { proseTable } from './table.ts';
import { addressed, plainRun, type Writing } from './writing.ts';

/** How deep lists and quotes move text in; deeper ones stay below each other, so that a line always has room for words. */
const minWidth = 60;
const bullets = ['•', '–', '▪'] as const;

export interface ProseLook {
  readonly style: ParagraphStyle;
  /** How many lists the text is in. */
  readonly depth: number;
}

/** The strips of a document, a cell or a list item; an empty line where it holds nothing. */
export function proseStrips(
  node: ProseNode | undefined,
  place: FlowPlace,
  look: ProseLook,
  parent: Element,
  writing: Writing,
): readonly Strip[] {
  const strips = (node?.content ?? []).flatMap((it) => blockStrips(it, place, look, parent, writing));
  return strips.length === 0 ? [blank(look.style)] : strips;
}

function blank(style: ParagraphStyle): Strip {
  return { height: leadingOf(style.look.size) + style.after, before: 0, keepNext: false, draw: () => {} };
}

function blockStrips(node: ProseNode, place: FlowPlace, look: ProseLook, parent: Element, writing: Writing): readonly Strip[] {
  switch (node.type) {
    case 'bulletList':
    case 'orderedList':
      return listStrips(node, place, look, parent, writing);
    case 'blockquote':
      return quoteStrips(node, place, look, parent, writing);
    case 'table':
      return proseTable(node, place, parent, writing, (cell, inside, td, isHead) =>
        proseStrips(cell, inside, { style: isHead ? styles.tableHead : styles.tableText, depth: 0 }, td, writing),
      );
    default:
      return paragraphStrips(inlineRuns(node, look.style.look, begin(writing.doc, 'P', parent)), place, look.style, writing.ink);
  }
}

function listStrips(list: ProseNode, place: FlowPlace, look: ProseLook, parent: Element, writing: Writing): readonly Strip[] {
  const isOrdered = list.type === 'orderedList';
  const attributes = { O: 'List', ListNumbering: isOrdered ? 'Decimal' : 'Disc' };
  const element = begin(writing.doc, 'L', parent, { attributes });
  const items = list.content ?? [];
  const start = Number(list.attrs?.['start'] ?? 1);
  const markOf = (index: number) => (isOrdered ? `${start + index}.` : (bullets[look.depth % bullets.length] ?? '•'));
  const { size } = look.style.look;
  const room = Math.max(listStep, ...(isOrdered ? [markOf(items.length - 1).length * size * 0.6 + 4] : []));
  const inside = movedIn(place, room);
  const itemLook = { style: { ...look.style, after: Math.min(look.style.after, styles.item.after) }, depth: look.depth + 1 };
  return items.flatMap((item, index) => {
    const li = begin(writing.doc, 'LI', element);
    const mark = plainRun(markOf(index), look.style.look, begin(writing.doc, 'Lbl', li));
    const body = begin(writing.doc, 'LBody', li);
    const [first, ...rest] = item.content ?? [];
    // An item that opens with a list, a quote or a table still shows its own mark, on a line of its own.
    const opens = first?.type === 'paragraph';
    const runs = opens ? inlineRuns(first, look.style.look, begin(writing.doc, 'P', body)) : [];
    const head = paragraphStrips(runs, inside, itemLook.style, writing.ink, { runs: [mark], width: inside.x - place.x });
    return [...head, ...(opens ? rest : (item.content ?? [])).flatMap((it) => blockStrips(it, inside, itemLook, body, writing))];
  });
}

function quoteStrips(node: ProseNode, place: FlowPlace, look: ProseLook, parent: Element, writing: Writing): readonly Strip[] {
  const style = { ...look.style, look: { ...look.style.look, style: slanted(look.style.look.style) } };
  const inside = movedIn(place, quoteStep);
  const isMirrored = directionOf(plainText(node)) === 'rtl';
  const bar = isMirrored ? inside.x - inside.mirrored + inside.width + quoteStep / 2 : place.x + quoteStep / 2;
  const strips = proseStrips(node, inside, { ...look, style }, begin(writing.doc, 'BlockQuote', parent), writing);
  return strips.map((strip) => withBar(strip, bar));
}

/** The strip with the line of a quote beside it, in every part that it is cut into. */
function withBar(strip: Strip, x: number): Strip {
  return {
    ...strip,
    draw: (pen, top) => {
      pen.beside('Layout', (doc) =>
        doc
          .lineWidth(2)
          .strokeColor(colours.rule)
          .moveTo(x, top)
          .lineTo(x, top + strip.height)
          .stroke(),
      );
      strip.draw(pen, top);
    },
    ...(strip.cut === undefined
      ? {}
      : {
          cut: (height) => {
            const parts = strip.cut?.(height) ?? null;
            return parts === null ? null : [withBar(parts[0], x), withBar(parts[1], x)];
          },
        }),
  };
}

function movedIn(place: FlowPlace, step: number): FlowPlace {
  const by = Math.max(0, Math.min(step, place.width - minWidth));
  return { x: place.x + by, width: place.width - by, mirrored: place.mirrored + by };
}

function inlineRuns(node: ProseNode, look: LetterLook, element: Element): readonly LetterRun[] {
  return (node.type === 'text' ? [node] : (node.content ?? [])).flatMap((it) => {
    if (it.type === 'hardBreak') return [{ text: '\n', look, target: null, element }];
    if (it.text === undefined) return inlineRuns(it, look, element);
    const marks = new Set(it.marks?.map((mark) => mark.type));
    const bold = marks.has('bold') ? emboldened(look.style) : look.style;
    const style = marks.has('italic') ? slanted(bold) : bold;
    const target = liveTarget(it.marks?.find((mark) => mark.type === 'link')?.attrs?.['href']);
    return [addressed(drawable(it.text), target, { ...look, style, isUnderlined: marks.has('underline') }, element)];
  });
}
