// The inside of a paragraph: its runs as texts with marks, as they stand after every tracked change is accepted.
import type { ProseMark, ProseNode } from '@chancery/domain';
import { isAllowedHyperlink } from '@chancery/answer-doc';
import { hardBreak, textNode } from '../../prose.ts';
import { child, childrenOf, valueOf, type XmlElement } from '../package/xml.ts';
import { chosenOf } from './alternative.ts';
import type { DocumentContext, Inline } from './context.ts';
import { addressIn, boxOf, isContents, isUntouched, joined, pickedOf } from './field.ts';
import { objectIn } from './object.ts';
import { isOn, type Look, lookOf } from './styles.ts';
import { drawn, isSymbolFont, shifted, symbolOf } from './symbols.ts';

/** The texts and line ends of a paragraph. `look` is that of its style. */
export function inlineIn(paragraph: XmlElement, look: Look, context: DocumentContext): readonly Inline[] {
  const reading = new InlineReading(look, context);
  reading.visit(paragraph.children, null);
  return reading.pieces;
}

/** The same as nodes of prose. */
export function nodesOf(pieces: readonly Inline[]): readonly ProseNode[] {
  return pieces.map((it) => (it.kind === 'break' ? hardBreak : textNode(it.text, it.marks)));
}

class InlineReading {
  readonly pieces: Inline[] = [];
  private readonly look: Look;
  private readonly context: DocumentContext;

  constructor(look: Look, context: DocumentContext) {
    this.look = look;
    this.context = context;
    // An instruction stands in one paragraph: what opens one and never ends it takes no text along.
    const open = context.fields.filter((it) => it.phase === 'result');
    context.fields.splice(0, context.fields.length, ...open);
    // A field that goes on from the paragraph before has no piece of this one before it.
    for (const field of open) field.from = 0;
  }

  visit(elements: readonly XmlElement[], href: string | null): void {
    for (const element of elements) this.visitOne(element, href);
  }

  private visitOne(element: XmlElement, href: string | null): void {
    const { leftOut } = this.context;
    switch (element.name) {
      case 'w:r':
        return this.run(element, href);
      case 'w:pPr':
        return;
      case 'w:hyperlink':
        return this.visit(element.children, this.targetOf(element));
      case 'w:ins':
      case 'w:moveTo':
        leftOut.note('tracked-change');
        return this.visit(element.children, href);
      case 'w:del':
      case 'w:moveFrom':
        return leftOut.note('tracked-change');
      case 'w:sdt':
        return this.control(element, href);
      case 'w:fldSimple':
        return this.simpleField(element, href);
      case 'mc:AlternateContent':
        return this.visit(chosenOf(element), href);
      case 'm:oMath':
      case 'm:oMathPara':
        return leftOut.note('equation');
      case 'w:subDoc':
        return leftOut.note('inserted-file');
      default:
        return this.visit(element.children, href);
    }
  }

  private targetOf(link: XmlElement): string | null {
    const target = this.context.relationships.get(link.attributes.get('r:id') ?? '')?.target;
    return target === undefined ? null : this.allowed(joined(target, link.attributes.get('w:anchor') ?? ''));
  }

  private allowed(address: string): string | null {
    if (isAllowedHyperlink(address)) return address;
    this.context.leftOut.note('link');
    return null;
  }

  /** A content control: a box by its state, a list by what is picked, nothing where it shows what to do. */
  private control(element: XmlElement, href: string | null): void {
    const properties = child(element, 'w:sdtPr');
    const box = child(properties, 'w14:checkbox');
    if (box !== undefined) {
      const checked = child(box, 'w14:checked')?.attributes.get('w14:val');
      this.text(isOn(checked, false) ? '☒' : '☐', {}, href);
      return;
    }
    if (isOn(child(properties, 'w:showingPlcHdr')?.attributes.get('w:val'), child(properties, 'w:showingPlcHdr') !== undefined)) return;
    const from = this.pieces.length;
    this.visit(child(element, 'w:sdtContent')?.children ?? [], href);
    const list = child(properties, 'w:dropDownList') ?? child(properties, 'w:comboBox');
    if (list !== undefined) this.pickFrom(list, from);
  }

  private pickFrom(list: XmlElement, from: number): void {
    const text = textOf(this.pieces.slice(from));
    const entry = childrenOf(list, 'w:listItem').find((it) => it.attributes.get('w:displayText') === text);
    const isAdvice = entry !== undefined && (entry.attributes.get('w:value') ?? text) === '';
    this.replace(from, isAdvice ? '' : text);
  }

  /** Puts what was picked of a list in the place of the pieces. */
  private replace(from: number, picked: string): void {
    this.pieces.length = Math.min(from, this.pieces.length);
    if (picked !== '') this.pieces.push({ kind: 'text', text: picked, marks: [], isPicked: true });
  }

  private simpleField(element: XmlElement, href: string | null): void {
    const instruction = element.attributes.get('w:instr') ?? '';
    if (isContents(instruction)) return this.context.leftOut.note('contents');
    const address = addressIn(instruction);
    this.visit(element.children, address === null ? href : this.allowed(address));
  }

  private run(element: XmlElement, href: string | null): void {
    const properties = child(element, 'w:rPr');
    const character = this.context.styles.look(valueOf(properties, 'w:rStyle'));
    const direct = lookOf(properties);
    const look: Look = {
      ...this.look,
      ...character,
      bold: direct.bold ?? (this.look.bold ?? false) !== (character.bold ?? false),
      italic: direct.italic ?? (this.look.italic ?? false) !== (character.italic ?? false),
      ...definedOf(direct),
    };
    const target = this.fieldTarget() ?? href;
    // The look of a hyperlink is no emphasis: that of its style, and Google's blue line.
    const isLinkLook = target !== null && (direct.underline !== true || direct.isColoured === true);
    for (const piece of element.children) this.piece(piece, isLinkLook ? { ...look, underline: false } : look, target);
  }

  private fieldTarget(): string | null {
    const field = this.context.fields.findLast((it) => it.phase === 'result' && /^\s*HYPERLINK/i.test(it.instruction));
    const address = field === undefined ? null : addressIn(field.instruction);
    return address !== null && isAllowedHyperlink(address) ? address : null;
  }

  private piece(piece: XmlElement, look: Look, href: string | null): void {
    const { fields, leftOut } = this.context;
    const field = fields.at(-1);
    switch (piece.name) {
      case 'w:fldChar':
        return this.fieldSign(piece, look);
      case 'w:instrText':
        if (field?.phase === 'instruction') field.instruction += piece.text;
        return;
      case 'w:commentReference':
        return leftOut.note('comment');
      case 'w:footnoteReference':
        return leftOut.note('footnote');
      case 'w:endnoteReference':
        return leftOut.note('endnote');
      case 'w:drawing':
      case 'w:pict':
      case 'w:object': {
        const object = objectIn(piece);
        if (object !== null) leftOut.note(object);
        return;
      }
      case 'mc:AlternateContent':
        for (const it of chosenOf(piece)) this.piece(it, look, href);
        return;
      case 'w:ruby':
        return this.visit(child(piece, 'w:rubyBase')?.children ?? [], href);
      default:
        if (fields.every((it) => it.phase === 'result' && !isContents(it.instruction))) this.sign(piece, look, href);
    }
  }

  private sign(piece: XmlElement, look: Look, href: string | null): void {
    switch (piece.name) {
      case 'w:t':
        return this.text(wordsIn(piece), look, href);
      case 'w:tab':
      case 'w:ptab':
        return this.text('\t', look, href);
      case 'w:noBreakHyphen':
        return this.text('\u2011', look, href);
      case 'w:softHyphen':
        return this.text('\u00ad', look, href);
      case 'w:sym': {
        const place = Number.parseInt(piece.attributes.get('w:char') ?? '', 16);
        const font = piece.attributes.get('w:font') ?? '';
        if (Number.isNaN(place)) return;
        return this.text(isSymbolFont(font) ? (symbolOf(font, place) ?? '\ufffd') : characterAt(place), { ...look, font: '' }, href);
      }
      case 'w:cr':
        return this.text('\n', look, href);
      case 'w:br':
        if (look.hidden !== true) this.pieces.push({ kind: 'break' });
        return;
      default:
        return;
    }
  }

  private text(text: string, look: Look, href: string | null): void {
    if (text === '') return;
    if (look.hidden === true) {
      if (text.trim() !== '') this.context.leftOut.note('hidden-text');
      return;
    }
    const said = drawn(text, look.font ?? null);
    const shown = look.position === 'superscript' || look.position === 'subscript' ? shifted(said, look.position) : said;
    this.pieces.push({ kind: 'text', text: shown, marks: marksOf(look, href), isPicked: false });
  }

  private fieldSign(sign: XmlElement, look: Look): void {
    const { fields, leftOut } = this.context;
    const type = sign.attributes.get('w:fldCharType');
    if (type === 'begin') {
      fields.push({ phase: 'instruction', instruction: '', form: child(sign, 'w:ffData'), from: this.pieces.length });
      return;
    }
    const field = fields.at(-1);
    if (field === undefined) return;
    if (type === 'separate') {
      field.phase = 'result';
      field.from = this.pieces.length;
      if (isContents(field.instruction)) leftOut.note('contents');
      else if (addressIn(field.instruction) !== null) this.allowed(addressIn(field.instruction) ?? '');
      return;
    }
    fields.pop();
    const box = boxOf(field.form);
    if (box !== null) return this.text(box, { ...look, font: '' }, null);
    if (child(field.form, 'w:ddList') !== undefined) return this.replace(field.from, pickedOf(field.form) ?? '');
    if (isUntouched(field.form, textOf(this.pieces.slice(field.from)))) this.pieces.length = Math.min(field.from, this.pieces.length);
  }
}

/** The character with that number; a sign of replacement where there is none. */
function characterAt(place: number): string {
  const isCharacter = place >= 0x20 && place <= 0x10ffff && (place < 0xd800 || place > 0xdfff);
  return isCharacter ? String.fromCodePoint(place) : '\ufffd';
}

function wordsIn(element: XmlElement): string {
  const text = element.text.replaceAll(/[\t\n\r]+/g, ' ');
  return element.attributes.get('xml:space') === 'preserve' ? text : text.replaceAll(/^[ ]+|[ ]+$/g, '');
}

function textOf(pieces: readonly Inline[]): string {
  return pieces.map((it) => (it.kind === 'break' ? '\n' : it.text)).join('');
}

function definedOf(look: Look): Look {
  const { bold: _bold, italic: _italic, ...rest } = look;
  return rest;
}

function marksOf(look: Look, href: string | null): readonly ProseMark[] {
  return [
    ...(look.bold === true ? [{ type: 'bold' }] : []),
    ...(look.italic === true ? [{ type: 'italic' }] : []),
    ...(look.underline === true ? [{ type: 'underline' }] : []),
    ...(href === null ? [] : [{ type: 'link', attrs: { href } }]),
  ];
}
