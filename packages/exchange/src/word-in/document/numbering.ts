// The numbers of lists: which list and level a paragraph belongs to, and which number stands before it.
import { child, childrenOf, numberIn, valueOf, type XmlElement } from '../package/xml.ts';
import { indentOf } from './styles.ts';

export interface Level {
  /** bullet: a sign · none: nothing is shown · otherwise how Word counts, such as decimal or lowerLetter. */
  readonly format: string;
  readonly start: number;
  /** Such as `%1.%2.` */
  readonly text: string;
  readonly indent: number | undefined;
}

/** A paragraph's place in a list. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
  readonly isOrdered: boolean;
  /** Counts from the list's start. */
  readonly number: number;
  /** As it is printed: `12.`, `b)`, `3.2`. */
  readonly label: string;
  readonly indent: number | undefined;
}

const maxLevel = 8;

/** Counts the lists of a document, paragraph by paragraph in its order. */
export class Numbering {
  readonly #levels = new Map<string, ReadonlyMap<number, Level>>();
  /** Lists that go on counting with each other. */
  readonly #abstract = new Map<string, string>();
  readonly #restarts = new Set<string>();
  readonly #counts = new Map<string, number[]>();
  /** How many lists have begun at a level, and which of them a paragraph's list is. */
  readonly #begun = new Map<string, number>();
  readonly #names = new Map<string, string>();

  constructor(root: XmlElement | null) {
    const abstracts = childrenOf(root ?? undefined, 'w:abstractNum');
    const byId = new Map(abstracts.map((it) => [it.attributes.get('w:abstractNumId') ?? '', it]));
    const nums = childrenOf(root ?? undefined, 'w:num');
    const byStyle = new Map(
      abstracts.flatMap((it) => (valueOf(it, 'w:styleLink') === undefined ? [] : [[valueOf(it, 'w:styleLink'), it]])),
    );
    for (const num of nums) {
      const id = num.attributes.get('w:numId') ?? '';
      const own = byId.get(valueOf(num, 'w:abstractNumId') ?? '');
      const linked = valueOf(own, 'w:numStyleLink');
      const abstract = linked === undefined ? own : (byStyle.get(linked) ?? own);
      const levels = new Map(childrenOf(abstract, 'w:lvl').map((it) => [levelIn(it), levelOf(it)]));
      for (const override of childrenOf(num, 'w:lvlOverride')) overrideLevel(levels, override);
      this.#levels.set(id, levels);
      this.#abstract.set(id, abstract?.attributes.get('w:abstractNumId') ?? id);
      if (childrenOf(num, 'w:lvlOverride').some((it) => child(it, 'w:startOverride') !== undefined)) this.#restarts.add(id);
    }
  }

  /** The place of the next paragraph of a list; null where the list is not known or shows nothing. */
  next(list: string, level: number): ListPlace | null {
    const levels = this.#levels.get(list);
    const at = Math.min(Math.max(level, 0), maxLevel);
    const here = levels?.get(at);
    if (levels === undefined || here === undefined) return null;
    const counts = this.#countsOf(list);
    const name = this.#nameOf(list, at, counts);
    counts.length = Math.min(counts.length, at + 1);
    for (let index = 0; index < at; index += 1) counts[index] ??= levels.get(index)?.start ?? 1;
    const number = counts[at] === undefined ? here.start : counts[at] + 1;
    counts[at] = number;
    if (here.format === 'none') return null;
    const label = here.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const shown = Number(digit) - 1;
      return numeral(counts[shown] ?? 1, levels.get(shown)?.format ?? 'decimal');
    });
    return { list: name, level: at, isOrdered: here.format !== 'bullet', number, label, indent: here.indent };
  }

  /**
   * Lists of one making go on counting in each other, as LibreOffice has it for the items of one list, until one says where it starts
   * (ECMA-376 part 1, 17.9.27): that one is another list.
   */
  #nameOf(list: string, level: number, counts: number[]): string {
    const known = this.#names.get(`${list} ${level}`);
    if (known !== undefined) return known;
    const place = `${this.#abstract.get(list) ?? list} ${level}`;
    const begun = (this.#begun.get(place) ?? 0) + (this.#restarts.has(list) ? 1 : 0);
    if (this.#restarts.has(list)) counts.length = Math.min(counts.length, level);
    this.#begun.set(place, begun);
    const name = `${place} ${begun}`;
    this.#names.set(`${list} ${level}`, name);
    return name;
  }

  #countsOf(list: string): number[] {
    const key = this.#abstract.get(list) ?? list;
    const counts = this.#counts.get(key) ?? [];
    this.#counts.set(key, counts);
    return counts;
  }
}

function overrideLevel(levels: Map<number, Level>, override: XmlElement): void {
  const at = levelIn(override);
  const own = child(override, 'w:lvl');
  if (own !== undefined) levels.set(at, levelOf(own));
  const start = numberIn(valueOf(override, 'w:startOverride'));
  const level = levels.get(at);
  if (start !== undefined && level !== undefined) levels.set(at, { ...level, start });
}

function levelIn(element: XmlElement): number {
  return numberIn(element.attributes.get('w:ilvl')) ?? 0;
}

function levelOf(level: XmlElement): Level {
  return {
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    start: numberIn(valueOf(level, 'w:start')) ?? 1,
    text: valueOf(level, 'w:lvlText') ?? '',
    indent: indentOf(child(child(level, 'w:pPr'), 'w:ind')),
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function numeral(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
    case 'upperLetter': {
      const text = number < 1 ? '' : (letters[(number - 1) % 26] ?? '').repeat(Math.ceil(number / 26) % 100);
      return format === 'upperLetter' ? text.toUpperCase() : text;
    }
    case 'lowerRoman':
    case 'upperRoman':
      return format === 'upperRoman' ? roman(number).toUpperCase() : roman(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

function roman(number: number): string {
  let text = '';
  let left = Math.min(Math.max(number, 0), 4_000);
  for (const [value, sign] of romans) for (; left >= value; left -= value) text += sign;
  return text;
}
