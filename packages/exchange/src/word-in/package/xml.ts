// The XML of one part as a tree of elements: bounded while it is read, without document types, entities of its own, or what nobody asks for.
import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { isUnderstood, shortName } from './namespaces.ts';
import { WordProblemError } from './problem.ts';

export interface XmlElement {
  /** `w:p`; one of a namespace that is not known begins with a colon. */
  readonly name: string;
  /** By name, `w:val`; those of no namespace by their bare name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Of elements without children. */
  readonly text: string;
}

/** What people write nests a dozen deep; a table in a table costs four. */
const maxDepth = 300;
const maxAttributes = 300;
/** Some ten times as many as a document of the largest size has; each costs some 300 bytes. */
const maxElements = 200_000;

/** The elements that are left to read, of all parts of one file. */
export interface XmlBudget {
  elementsLeft: number;
}

export function xmlBudget(): XmlBudget {
  return { elementsLeft: maxElements };
}

interface Growing {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Growing[];
  text: string;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

/** How a format was before it was changed, and marks of the speller: nothing that is printed. */
const isPassedOver = (name: string) => /^w:(?:\w+Change|proofErr|lang|bookmark\w+|tblGrid|tblBorders|tcBorders|rsids)$/.test(name);
/** Character data that says something; everywhere else it is white space between elements. */
const holdsText: ReadonlySet<string> = new Set(['w:t', 'w:instrText']);

/** The root of a part. Throws `damaged` for what is no well-formed XML or has a document type, `too-complex` beyond the bounds. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, budget: XmlBudget): Promise<XmlElement> {
  const reading = new Reading(budget);
  let decoder: TextDecoder | null = null;
  try {
    for await (const chunk of chunks) {
      decoder ??= decoderFor(chunk);
      reading.parser.write(decoder.decode(chunk, { stream: true }));
    }
    reading.parser.write(decoder?.decode() ?? '').close();
  } catch (cause) {
    throw cause instanceof WordProblemError ? cause : new WordProblemError({ code: 'damaged' }, cause);
  }
  if (reading.root === null) throw new WordProblemError({ code: 'damaged' });
  return reading.root;
}

/** UTF-8 or UTF-16 (ECMA-376 part 2, 6.2.5), told by the first bytes. */
function decoderFor([first, second]: Uint8Array): TextDecoder {
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8', { fatal: true });
}

class Reading {
  readonly parser: Parser = new SaxesParser({ xmlns: true, position: false });
  root: Growing | null = null;
  private readonly open: Growing[] = [];
  private readonly budget: XmlBudget;
  /** Depth below an element that is passed over. */
  private passing = 0;
  private attributeCount = 0;

  constructor(budget: XmlBudget) {
    this.budget = budget;
    this.parser.on('error', (cause) => {
      throw new WordProblemError({ code: 'damaged' }, cause);
    });
    this.parser.on('doctype', () => {
      throw new WordProblemError({ code: 'damaged' });
    });
    this.parser.on('opentagstart', () => (this.attributeCount = 0));
    this.parser.on('attribute', () => {
      this.attributeCount += 1;
      if (this.attributeCount > maxAttributes) throw new WordProblemError({ code: 'too-complex' });
    });
    this.parser.on('opentag', (tag) => this.begin(tag));
    this.parser.on('text', (text) => this.take(text));
    this.parser.on('cdata', (text) => this.take(text));
    this.parser.on('closetag', () => this.end());
  }

  private begin(tag: SaxesTagNS): void {
    if (this.open.length + this.passing >= maxDepth) throw new WordProblemError({ code: 'too-complex' });
    const name = shortName(tag.uri, tag.local);
    if (this.passing > 0 || isPassedOver(name)) {
      this.passing += 1;
      return;
    }
    this.budget.elementsLeft -= 1;
    if (this.budget.elementsLeft < 0) throw new WordProblemError({ code: 'too-complex' });
    const element: Growing = { name, attributes: attributesOf(tag, this.parser), children: [], text: '' };
    const parent = this.open.at(-1);
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
    this.open.push(element);
  }

  private take(text: string): void {
    const element = this.open.at(-1);
    if (this.passing === 0 && element !== undefined && holdsText.has(element.name)) element.text += text;
  }

  private end(): void {
    if (this.passing > 0) this.passing -= 1;
    else this.open.pop();
  }
}

type Parser = SaxesParser<{ readonly xmlns: true }>;

function attributesOf(tag: SaxesTagNS, parser: Parser): ReadonlyMap<string, string> {
  const kept = Object.values(tag.attributes).flatMap(({ prefix, local, uri, value }): (readonly [string, string])[] => {
    if (prefix === 'xmlns' || local === 'xmlns' || local.startsWith('rsid')) return [];
    // What an alternative asks for is named by prefixes, which mean something here alone.
    if (uri === '' && local === 'Requires') return [[local, areUnderstood(value, parser) ? 'understood' : 'unknown']];
    return [[uri === '' ? local : shortName(uri, local), value]];
  });
  return kept.length === 0 ? noAttributes : new Map(kept);
}

function areUnderstood(requires: string, parser: Parser): boolean {
  return requires
    .trim()
    .split(/\s+/)
    .every((prefix) => isUnderstood(parser.resolve(prefix) ?? ''));
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((it) => it.name === name);
}

/** Every child of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((it) => it.name === name) ?? [];
}

/** `w:val` of the child of that name. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.get('w:val');
}

/** A whole number, or undefined. */
export function numberIn(text: string | undefined): number | undefined {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(number) ? number : undefined;
}
