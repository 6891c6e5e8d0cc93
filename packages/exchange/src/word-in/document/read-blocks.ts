// The reading of a document's body: its blocks in order, through everything that Word wraps around them.
import { child, numberIn, valueOf, type XmlElement } from '../package/xml.ts';
import { chosenOf } from './alternative.ts';
import type { WordBlock, WordParagraph } from './block.ts';
import type { DocumentContext, Inline } from './context.ts';
import { inlineIn } from './inline.ts';
import type { ListPlace } from './numbering.ts';
import { indentOf, isOn, type Look } from './styles.ts';
import { tableOf } from './read-table.ts';

/** The blocks of the body, of a cell or of a content control. */
export function blocksIn(elements: readonly XmlElement[], context: DocumentContext): readonly WordBlock[] {
  const blocks: WordBlock[] = [];
  let open: WordParagraph | null = null;
  let waiting: Inline[] = [];
  for (const element of unwrapped(elements, context)) {
    if (element.name === 'w:tbl') {
      if (open !== null && open.pieces.length > 0) blocks.push(open);
      open = null;
      waiting = [];
      const table = tableOf(element, context, (cell) => blocksIn(cell.children, context));
      if (table.rows.length > 0) blocks.push(table);
      continue;
    }
    const { paragraph, isMarkDeleted } = paragraphOf(element, context);
    // Without the mark at its end a paragraph goes on in the next one.
    waiting.push(...paragraph.pieces);
    open = isMarkDeleted ? { ...paragraph, pieces: waiting } : null;
    if (isMarkDeleted) continue;
    blocks.push({ ...paragraph, pieces: waiting });
    waiting = [];
  }
  if (open !== null && open.pieces.length > 0) blocks.push(open);
  return blocks;
}

/** Paragraphs and tables, without what is wrapped around them; one by one, so that what is left out is noted where it stands. */
function* unwrapped(elements: readonly XmlElement[], context: DocumentContext): Generator<XmlElement, void, undefined> {
  for (const element of elements) {
    switch (element.name) {
      case 'w:p':
      case 'w:tbl':
        yield element;
        break;
      case 'w:sdt':
        yield* controlled(element, context);
        break;
      case 'mc:AlternateContent':
        yield* unwrapped(chosenOf(element), context);
        break;
      case 'w:del':
      case 'w:moveFrom':
        context.leftOut.note('tracked-change');
        break;
      case 'w:ins':
      case 'w:moveTo':
        context.leftOut.note('tracked-change');
        yield* unwrapped(element.children, context);
        break;
      case 'w:altChunk':
      case 'w:subDoc':
        context.leftOut.note('inserted-file');
        break;
      case 'm:oMath':
      case 'm:oMathPara':
        context.leftOut.note('equation');
        break;
      // Text that stands in a body without a paragraph of its own.
      case 'w:r':
      case 'w:hyperlink':
        yield { name: 'w:p', attributes: new Map(), children: [element], text: '' };
        break;
      default:
        yield* unwrapped(element.children, context);
    }
  }
}

function* controlled(control: XmlElement, context: DocumentContext): Generator<XmlElement, void, undefined> {
  const properties = child(control, 'w:sdtPr');
  const placeholder = child(properties, 'w:showingPlcHdr');
  if (placeholder !== undefined && isOn(placeholder.attributes.get('w:val'))) return;
  if (/table of contents/i.test(valueOf(child(properties, 'w:docPartObj'), 'w:docPartGallery') ?? '')) context.leftOut.note('contents');
  else yield* unwrapped(child(control, 'w:sdtContent')?.children ?? [], context);
}

interface ReadParagraph {
  readonly paragraph: WordParagraph;
  readonly isMarkDeleted: boolean;
}

function paragraphOf(element: XmlElement, context: DocumentContext): ReadParagraph {
  const { leftOut, styles } = context;
  leftOut.at += 1;
  const properties = child(element, 'w:pPr');
  const id = valueOf(properties, 'w:pStyle');
  const style = styles.nameOf(id);
  const mark = child(properties, 'w:rPr');
  const isMarkDeleted = mark?.children.some((it) => it.name === 'w:del' || it.name === 'w:moveFrom') ?? false;
  if (isMarkDeleted) leftOut.note('tracked-change');
  const list = listOf(properties, id, context);
  const own = indentOf(child(properties, 'w:ind'));
  const indent =
    own ??
    list?.indent ??
    styles
      .paragraphs(id, 'w:ind')
      .map(indentOf)
      .findLast((it) => it !== undefined) ??
    0;
  const at = leftOut.at;
  const pieces = inlineIn(element, lookOfStyle(id, style, context), context);
  return { paragraph: { kind: 'paragraph', at, style, indent, list, pieces }, isMarkDeleted };
}

/** The look that a paragraph's style gives its text, where that is emphasis: a quote's italics are how quotes look. */
function lookOfStyle(id: string | undefined, style: string, { styles, isOwnForm }: DocumentContext): Look {
  if (isOwnForm || /^(?:intense)?quote$/.test(style)) return {};
  const look = styles.look(id);
  return /^(?:heading\d|title|subtitle)$/.test(style) ? { ...look, bold: true, italic: false, underline: false } : look;
}

function listOf(properties: XmlElement | undefined, style: string | undefined, { numbering, styles }: DocumentContext): ListPlace | null {
  const own = child(properties, 'w:numPr');
  const inherited = styles.paragraphs(style, 'w:numPr');
  const list = valueOf(own, 'w:numId') ?? inherited.map((it) => valueOf(it, 'w:numId')).findLast((it) => it !== undefined);
  if (list === undefined || list === '0') return null;
  const level = valueOf(own, 'w:ilvl') ?? inherited.map((it) => valueOf(it, 'w:ilvl')).findLast((it) => it !== undefined);
  return numbering.next(list, numberIn(level) ?? 0);
}
