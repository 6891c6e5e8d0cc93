// The likeness of printed wording to what stands in a file, from 0 to 1: words that few wordings have weigh more, a slip of the pen costs little.
import { wordsOf } from './words.ts';

interface WeighedWording<T> {
  readonly of: T;
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly total: number;
}

export interface Likeness<T> {
  readonly of: T;
  readonly likeness: number;
  /** How many of the words compared belong to the wording. */
  readonly wordCount: number;
}

/** Cost of a word that no wording has and that a person has put in, as a share of what a word of the wording weighs. */
const shareOfInserted = 0.5;
/** Cost of a slip of the pen, as a share of the word's weight. */
const shareOfSlip = 0.15;
/** Wordings with less than this in common are not compared word by word. */
const minShared = 0.4;
const maxCompared = 3;
/** Words beyond a wording's own that are looked at. */
const maxMore = 8;

/** The wordings of a form, ready to be looked for. */
export class Wordings<T> {
  readonly #all: readonly WeighedWording<T>[];
  readonly #having = new Map<string, number[]>();
  readonly #beginning = new Map<string, WeighedWording<T>[]>();
  readonly #weights = new Map<string, number>();
  readonly #slips = new Map<string, ReadonlySet<string>>();
  readonly maxWords: number;
  /** What comparing has taken so far: a measure of time that does not depend on the machine. */
  steps = 0;

  constructor(wordings: readonly { readonly of: T; readonly text: string }[]) {
    const texts = wordings.map((it) => wordsOf(it.text));
    for (const [index, words] of texts.entries()) for (const word of new Set(words)) listIn(this.#having, word).push(index);
    // Weighed as texts are retrieved: by how few wordings have the word.
    for (const [word, having] of this.#having) this.#weights.set(word, Math.log(1 + texts.length / having.length) ** 1.5);
    this.#all = wordings.map(({ of }, index) => {
      const words = texts[index] ?? [];
      const weights = words.map((word) => this.#weights.get(word) ?? 0);
      return { of, words, weights, total: weights.reduce((sum, it) => sum + it, 0) };
    });
    for (const wording of this.#all) if (wording.words[0] !== undefined) listIn(this.#beginning, wording.words[0]).push(wording);
    this.maxWords = Math.max(0, ...texts.map((it) => it.length));
  }

  /** True when some wording has the word. */
  hasWord(word: string): boolean {
    return this.#having.has(word);
  }

  /** The longest wordings with which `words` begin, word for word. */
  same(words: readonly string[]): readonly Likeness<T>[] {
    const found = (this.#beginning.get(words[0] ?? '') ?? []).filter((it) => {
      this.steps += 4;
      return it.words.length <= words.length && it.words.every((word, index) => word === words[index]);
    });
    const wordCount = Math.max(0, ...found.map((it) => it.words.length));
    return found.filter((it) => it.words.length === wordCount).map(({ of }) => ({ of, likeness: 1, wordCount }));
  }

  /** A few wordings that are like the beginning of `words`, the nearest first. */
  nearest(words: readonly string[]): readonly Likeness<T>[] {
    const shared = new Map<number, number>();
    for (const word of new Set(words.slice(0, this.maxWords + maxMore))) {
      const having = this.#having.get(word) ?? [];
      this.steps += 1 + having.length;
      for (const index of having) {
        const wording = this.#all[index];
        const weight = wording?.weights[wording.words.indexOf(word)] ?? 0;
        shared.set(index, (shared.get(index) ?? 0) + weight / (wording?.total ?? 1));
      }
    }
    return [...shared]
      .filter(([, share]) => share >= minShared)
      .sort(([, one], [, other]) => other - one)
      .slice(0, maxCompared)
      .flatMap(([index]) => this.#all[index] ?? [])
      .map((wording) => this.#compared(wording, words.slice(0, wording.words.length + maxMore)))
      .sort((one, other) => other.likeness - one.likeness);
  }

  /** The edit distance over words, where the text may go on after the wording. */
  #compared({ of, words, weights, total }: WeighedWording<T>, text: readonly string[]): Likeness<T> {
    this.steps += words.length * text.length;
    const slips = text.map((word) => this.#slipsOf(word));
    // A word that other wordings have tells more against this one than any other word.
    const inserted = text.map((word) => this.#weights.get(word) ?? (total / words.length) * shareOfInserted);
    let row = inserted.reduce((costs, cost) => [...costs, (costs.at(-1) ?? 0) + cost], [0]);
    for (const [index, printed] of words.entries()) {
      const weight = weights[index] ?? 0;
      const next = [(row[0] ?? 0) + weight];
      for (const [at, word] of text.entries()) {
        const difference = printed === word ? 0 : slips[at]?.has(printed) === true ? shareOfSlip : Infinity;
        const same = (row[at] ?? 0) + difference * weight;
        next.push(Math.min(same, (row[at + 1] ?? 0) + weight, (next[at] ?? 0) + (inserted[at] ?? 0)));
      }
      row = next;
    }
    const wordCount = row.reduce((best, cost, index) => (cost < (row[best] ?? Infinity) ? index : best), 0);
    return { of, likeness: 1 - (row[wordCount] ?? 0) / total, wordCount };
  }

  /** The printed words of which this one is a slip of the pen. */
  #slipsOf(word: string): ReadonlySet<string> {
    const known = this.#slips.get(word);
    if (known !== undefined) return known;
    this.steps += this.#having.size;
    const slips = new Set([...this.#having.keys()].filter((printed) => printed !== word && isSlip(printed, word)));
    this.#slips.set(word, slips);
    return slips;
  }
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** One letter more, less or other in a word of four letters; two in one of eight. Figures are never a slip. */
export function isSlip(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (length < 4 || Math.max(a.length, b.length) > 40 || /\d/.test(a)) return false;
  const allowed = length >= 8 ? 2 : 1;
  return Math.abs(a.length - b.length) <= allowed && lettersApart(a, b, allowed) <= allowed;
}

function lettersApart(a: string, b: string, enough: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let index = 1; index <= a.length; index += 1) {
    const next = [index];
    for (let at = 1; at <= b.length; at += 1) {
      const replaced = (row[at - 1] ?? 0) + (a[index - 1] === b[at - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > enough) return enough + 1;
    row = next;
  }
  return row[b.length] ?? enough + 1;
}
