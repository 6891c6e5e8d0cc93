// The structure that indents and list places say: which paragraphs are items of one list, which belong to an item, which are quoted.
import type { ProseNode } from '@chancery/domain';
import { node } from '../../prose.ts';
import type { WordParagraph } from '../document/block.ts';
import { nodesOf } from '../document/inline.ts';
import type { ListPlace } from '../document/numbering.ts';

/** Content that is still growing, and until when something belongs to it. */
type Open =
  | { readonly kind: 'quote'; readonly indent: number; readonly content: ProseNode[] }
  | { readonly kind: 'list'; readonly place: ListPlace; readonly content: ProseNode[] }
  | { readonly kind: 'item'; readonly place: ListPlace; readonly indent: number; readonly content: ProseNode[] };

/** Distances of our own export: how far a quote and a list item stand in. */
const quoteStep = 340;
const listStep = 360;
/** Indents of other programs are told apart from here on; ours differ by 20 at least. */
const tolerances = { own: 8, foreign: 60 };

interface FlowOptions {
  /** Left edge of what stands in nothing. */
  readonly base: number;
  /** In our own export every indent is exact, so that quotes in quotes can be told. */
  readonly isOwnForm: boolean;
}

/** Takes blocks in order and builds prose of them. */
export class Flow {
  readonly #content: ProseNode[] = [];
  readonly #open: Open[] = [];
  readonly #options: FlowOptions;
  readonly #tolerance: number;

  constructor(options: FlowOptions) {
    this.#options = options;
    this.#tolerance = options.isOwnForm ? tolerances.own : tolerances.foreign;
  }

  get content(): readonly ProseNode[] {
    this.#closeTo(0);
    return this.#content;
  }

  paragraph(paragraph: WordParagraph): void {
    const isQuote = /^(?:intense)?quote$/.test(paragraph.style);
    const made = node('paragraph', nodesOf(paragraph.pieces));
    const { list } = paragraph;
    const reach = list === null ? paragraph.indent : paragraph.indent - listStep;
    if (!this.#isSettled(isQuote, reach)) {
      if (!isQuote) this.#closeQuotes();
      if (list === null) this.#closeItems((item) => paragraph.indent < item.indent - this.#tolerance);
      else this.#closeItems((item) => isBeside(item, list, paragraph.indent - this.#tolerance));
      if (isQuote && !this.#open.some((it) => it.kind === 'quote')) this.#openQuotes(1);
    }
    if (list === null) this.#inner().push(made);
    else this.#beginItem(list, paragraph.indent, made);
  }

  /** A table; at what indent it stands. It carries no style: in our own export its indent alone says that it is quoted. */
  table(table: ProseNode, indent: number): void {
    if (!this.#isSettled(false, indent) && !this.#isSettled(true, indent))
      this.#closeItems((item) => indent < item.indent - this.#tolerance);
    this.#inner().push(table);
  }

  /** Ends everything that stands further in than this. */
  part(indent: number): void {
    const first = this.#open.findIndex((it) => it.kind !== 'list' && it.indent > indent + this.#tolerance);
    if (first !== -1) this.#closeTo(this.#open[first - 1]?.kind === 'list' ? first - 1 : first);
  }

  /**
   * In our own export every indent is exact: it says what the block stands in. Closes what is over and opens the quotes that begin here;
   * false where no place fits, because somebody went on writing.
   */
  #isSettled(isQuote: boolean, reach: number): boolean {
    if (!this.#options.isOwnForm) return false;
    const isQuoted = (place: number) => this.#open.slice(0, place + 1).some((it) => it.kind === 'quote');
    for (let place = this.#open.length - 1; place >= -1; place -= 1) {
      const container = this.#open[place];
      if (container?.kind === 'list' || (!isQuote && isQuoted(place))) continue;
      const room = reach - (container?.indent ?? this.#options.base);
      const quotes = Math.round(room / quoteStep);
      const isExact = Math.abs(room - quotes * quoteStep) <= this.#tolerance && quotes >= 0;
      if (!isExact || (isQuote ? quotes === 0 && !isQuoted(place) : quotes > 0)) continue;
      this.#closeTo(quotes === 0 && this.#open[place + 1]?.kind === 'list' ? place + 2 : place + 1);
      this.#openQuotes(quotes);
      return true;
    }
    return false;
  }

  #closeQuotes(): void {
    const outer = this.#open.findIndex((it) => it.kind === 'quote');
    if (outer !== -1) this.#closeTo(outer);
  }

  #openQuotes(levels: number): void {
    for (let level = 0; level < levels; level += 1) {
      if (this.#open.at(-1)?.kind === 'list') this.#close();
      this.#open.push({ kind: 'quote', indent: this.#edge() + quoteStep, content: [] });
    }
  }

  #beginItem(place: ListPlace, indent: number, first: ProseNode): void {
    const list = this.#open.at(-1);
    const goesOn = list?.kind === 'list' && list.place.list === place.list && list.place.level === place.level;
    if (!goesOn) {
      if (list?.kind === 'list') this.#close();
      this.#open.push({ kind: 'list', place, content: [] });
    }
    this.#open.push({ kind: 'item', place, indent, content: [first] });
  }

  #closeItems(isOver: (item: Extract<Open, { kind: 'item' }>) => boolean): void {
    for (;;) {
      const last = this.#open.findLastIndex((it) => it.kind === 'item');
      const item = this.#open[last];
      if (item?.kind !== 'item' || !isOver(item)) break;
      this.#closeTo(last);
    }
  }

  #inner(): ProseNode[] {
    if (this.#open.at(-1)?.kind === 'list') this.#close();
    return this.#open.at(-1)?.content ?? this.#content;
  }

  #edge(): number {
    return this.#open.findLast((it) => it.kind !== 'list')?.indent ?? this.#options.base;
  }

  #closeTo(length: number): void {
    while (this.#open.length > length) this.#close();
  }

  #close(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const outer = this.#open.at(-1)?.content ?? this.#content;
    outer.push(madeOf(closed));
  }
}

/** True when the item is over because another one begins at that place. */
function isBeside(item: Extract<Open, { kind: 'item' }>, place: ListPlace, indent: number): boolean {
  if (item.place.list === place.list || item.place.level !== place.level) return item.place.level >= place.level;
  return item.indent >= indent;
}

function madeOf(open: Open): ProseNode {
  switch (open.kind) {
    case 'quote':
      return node('blockquote', open.content);
    case 'item':
      return node('listItem', open.content);
    case 'list': {
      const { isOrdered, number } = open.place;
      return isOrdered ? node('orderedList', open.content, number === 1 ? {} : { start: number }) : node('bulletList', open.content);
    }
  }
}
