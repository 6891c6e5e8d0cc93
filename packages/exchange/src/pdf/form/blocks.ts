// The printed form as strips: each kind of block in its look, under its element of the structure, its headings as bookmarks.
import { assertNever } from '@chancery/domain';
import type { PrintedBlock, PrintedOption, PrintedTicks, WordingRole } from '../../form/printed-block.ts';
import { tickLines } from '../../form/tick-lines.ts';
import { toConfirmWording } from '../../wording/ticks.ts';
import { paragraphStrips, type FlowPlace } from '../flow/paragraph.ts';
import type { Strip } from '../flow/strip.ts';
import type { Element, LetterRun } from '../line/run.ts';
import { begin } from '../pen.ts';
import { answerIndent, colours, emboldened, labelWidth, type ParagraphStyle, styles, page, textWidth } from '../sheet.ts';
import type { Bookmarks } from './bookmarks.ts';
import { proseStrips } from './prose.ts';
import { gridTable } from './table.ts';
import { addressRun, plainRun, printedRuns, type Writing } from './writing.ts';

const sheet: FlowPlace = { x: page.margin, width: textWidth, mirrored: 0 };
const answers: FlowPlace = { x: page.margin + answerIndent, width: textWidth - answerIndent, mirrored: answerIndent };
const tickWidth = 17;
const ticks: FlowPlace = { x: answers.x + tickWidth, width: answers.width - tickWidth, mirrored: answers.mirrored + tickWidth };

export class FormStrips {
  readonly #writing: Writing;
  readonly #root: Element;
  readonly #bookmarks: Bookmarks;
  #section: Element;
  /** The level of the last heading above questions: 1 the form's, 2 a section's, 3 one within it. */
  #level = 1;

  constructor(writing: Writing, root: Element, bookmarks: Bookmarks) {
    this.#writing = writing;
    this.#root = root;
    this.#section = root;
    this.#bookmarks = bookmarks;
  }

  stripsOf(block: PrintedBlock): readonly Strip[] {
    switch (block.kind) {
      case 'wording':
        return this.#wording(block.role, block.text);
      case 'question':
        return this.#question(block);
      case 'line':
        return this.#line(block);
      case 'prose':
        return proseStrips(block.prose, answers, { style: styles.answer, depth: 0 }, this.#section, this.#writing);
      case 'options':
        return this.#options(block);
      case 'grid':
        return gridTable(block, answers, this.#section, this.#writing, {
          answer: (cell, place, parent) => proseStrips(cell, place, { style: styles.tableText, depth: 0 }, parent, this.#writing),
          label: (text, place, parent) => this.#printed(text, place, styles.tableHead, parent),
        });
      default:
        return assertNever(block);
    }
  }

  #wording(role: WordingRole, text: string): readonly Strip[] {
    const place = role === 'note' || role === 'prompt' ? answers : sheet;
    if (role === 'title' || role === 'section' || role === 'heading') return this.#heading(role, text);
    const strips = this.#printed(text, place, styles[role], this.#begin('P'));
    return role === 'issuer-end' ? underlined(strips, styles[role].after, 1.5) : strips;
  }

  #heading(role: 'title' | 'section' | 'heading', text: string): readonly Strip[] {
    if (role === 'section') this.#section = begin(this.#writing.doc, 'Sect', this.#root);
    if (role === 'title') this.#level = 1;
    else if (role === 'section') this.#level = 2;
    else this.#level = this.#section === this.#root ? 2 : 3;
    const strips = this.#printed(text, sheet, styles[role], this.#begin(`H${this.#level}`));
    const marked = role === 'title' ? strips : this.#bookmarks.marked(strips, text, role === 'section' ? 1 : 2);
    return role === 'section' ? underlined(marked, styles.section.after, 1) : marked;
  }

  #question({ number, text, isRequired }: Extract<PrintedBlock, { kind: 'question' }>): readonly Strip[] {
    const element = this.#begin(`H${this.#level + 1}`);
    const { look } = styles.question;
    const runs = [...printedRuns(text, look, element), ...(isRequired ? [plainRun(' *', look, element)] : [])];
    const sign = number === null ? null : { runs: [plainRun(`${number}.`, look, element)], width: answerIndent };
    const strips = paragraphStrips(runs, answers, styles.question, this.#writing.ink, sign);
    return this.#bookmarks.marked(strips, number === null ? text : `${number}. ${text}`, 2);
  }

  /** One line of text behind its label; an empty one leaves room. */
  #line({ field, text, isCountry }: Extract<PrintedBlock, { kind: 'line' }>): readonly Strip[] {
    const style = isCountry ? styles.country : styles.line;
    const element = this.#begin('P');
    const bold = { ...style.look, colour: colours.deepBlue, style: emboldened(style.look.style) };
    const label = field.label === null ? [] : [plainRun(`${field.label}${field.isRequired ? '*' : ''}`, bold, element)];
    const value =
      text.trim() === '' ? [] : [field.format === 'plain' ? plainRun(text, style.look, element) : addressRun(text, style.look, element)];
    const { ink } = this.#writing;
    if (isCountry)
      return paragraphStrips([...label, ...(label.length > 0 ? [plainRun(' ', style.look, element)] : []), ...value], sheet, style, ink);
    if (label.length === 0) return paragraphStrips(value, answers, style, ink);
    const place = { x: answers.x + labelWidth, width: answers.width - labelWidth, mirrored: 0 };
    return paragraphStrips(value, place, style, ink, { runs: label, width: labelWidth });
  }

  #options(block: PrintedTicks): readonly Strip[] {
    const { doc, ink } = this.#writing;
    const list = begin(doc, 'L', this.#section, { attributes: { O: 'List', ListNumbering: 'None' } });
    const printed = tickLines(block).flatMap(({ options, keepNext }) => {
      const [first, ...rest] = options.map((it) => this.#option(it, list));
      if (first === undefined) return [];
      const more = rest.flatMap((it) => [{ ...it.box, text: `\u2003\u2003${it.box.text} ` }, ...it.words]);
      return paragraphStrips([...first.words, ...more], ticks, { ...styles.choice, keepNext }, ink, {
        runs: [first.box],
        width: tickWidth,
      });
    });
    if (!block.isToConfirm) return printed;
    const style = { ...styles.choice, keepNext: block.isFollowed };
    return [...printed, ...this.#printed(toConfirmWording, answers, style, this.#begin('P'))];
  }

  #option({ label, isTicked, remark }: PrintedOption, list: Element): { readonly box: LetterRun; readonly words: readonly LetterRun[] } {
    const { doc } = this.#writing;
    const { look } = styles.choice;
    const li = begin(doc, 'LI', list);
    const box = plainRun(isTicked ? '☒' : '☐', look, begin(doc, 'Lbl', li, { alt: isTicked ? 'Ticked' : 'Not ticked' }));
    const body = begin(doc, 'LBody', li);
    return { box, words: [plainRun(label, isTicked ? { ...look, style: 'bold' } : look, body), plainRun(remark, look, body)] };
  }

  #printed(text: string, place: FlowPlace, style: ParagraphStyle, element: Element): readonly Strip[] {
    return paragraphStrips(printedRuns(text, style.look, element), place, style, this.#writing.ink);
  }

  #begin(type: string): Element {
    return begin(this.#writing.doc, type, this.#section);
  }
}

/** The strips with a rule below the last line. */
function underlined(strips: readonly Strip[], after: number, weight: number): readonly Strip[] {
  return strips.map((strip, index) => {
    if (index < strips.length - 1) return strip;
    const draw: Strip['draw'] = (pen, top) => {
      strip.draw(pen, top);
      const y = top + strip.height - after + 4;
      pen.beside('Layout', (doc) =>
        doc
          .lineWidth(weight)
          .strokeColor(colours.unBlue)
          .moveTo(sheet.x, y)
          .lineTo(sheet.x + sheet.width, y)
          .stroke(),
      );
    };
    return { ...strip, draw };
  });
}
