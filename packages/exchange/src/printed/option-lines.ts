// The reading of printed options: with ticks they say what is chosen; without, they say only that a person must confirm.
import type { ChoiceField, ChoicesField, ChoiceValue, Option, OptionId } from '@chancery/domain';
import { readPlainLine } from '../markdown/read-prose.ts';
import { endOfWording, isSameWording, isSignsOnly } from '../wording/wording.ts';
import { firstWordOf, wordsOf } from '../wording/words.ts';
import { isTicked, splitTicks, toConfirmWording } from '../wording/ticks.ts';
import { asMarkdown, type TextDialect } from './layout/as-typed.ts';

interface Entry {
  readonly option: Option;
  /** null: no tick is printed at this option. */
  readonly isTicked: boolean | null;
  readonly remark: string;
}

export interface ReadOptions {
  readonly lineCount: number;
  /** Absent when the ticks are there and none is set. */
  readonly value: ChoiceValue | undefined;
  readonly isTickedTwice: boolean;
  /** False for one option alone and without a tick, such as "No.": somebody's word. */
  readonly isPrinted: boolean;
}

/** The options of a field with their words, the longest first so that none hides one that begins with it. */
export class PrintedOptions {
  readonly field: ChoiceField | ChoicesField;
  readonly byLength: readonly { readonly option: Option; readonly words: readonly string[] }[];
  readonly #first: ReadonlySet<string>;

  constructor(field: ChoiceField | ChoicesField) {
    this.field = field;
    const options = field.options.toSorted((a, b) => b.label.length - a.label.length);
    this.byLength = options.map((option) => ({ option, words: wordsOf(option.label) }));
    this.#first = new Set(this.byLength.flatMap((it) => it.words[0] ?? []));
  }

  /** False for a line that is none of the options: the cheap question. */
  mayBeOn(line: string): boolean {
    return this.#first.has(firstWordOf(line) ?? '') || isTicked(line);
  }
}

/** Reads the options that begin at line `from`; null when that line is none. Blank lines between options are passed over. */
export function readOptionLines(printed: PrintedOptions, lines: readonly string[], from: number, dialect: TextDialect): ReadOptions | null {
  const { field } = printed;
  if (!printed.mayBeOn(lines[from] ?? '')) return null;
  const entries: Entry[] = [];
  let lineCount = 0;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    if (entries.length > 0 && isSameWording(line, toConfirmWording)) {
      return { lineCount: index - from + 1, value: unreadChoice(remarksOf(entries)), isTickedTwice: false, isPrinted: true };
    }
    const found = optionsOn(line, printed)?.map((it) => ({ ...it, remark: remarkAsTyped(it.remark, dialect) }));
    if (found === undefined || found.some((it) => entries.some((other) => other.option === it.option))) break;
    entries.push(...found);
    lineCount = index - from + 1;
  }
  const isPrinted = entries.length > 1 || field.options.length === 1 || entries.some((it) => it.isTicked !== null);
  return entries.length === 0 ? null : { lineCount, isPrinted, ...valueOf(field, entries) };
}

/** A choice whose ticks could not be read. Never guessed. */
export function unreadChoice(remarks: Readonly<Record<OptionId, string>> = {}): ChoiceValue {
  return { kind: 'choice', chosen: [], ...(Object.keys(remarks).length > 0 ? { remarks } : {}), toConfirm: true };
}

function valueOf(field: ChoiceField | ChoicesField, entries: readonly Entry[]): Omit<ReadOptions, 'lineCount' | 'isPrinted'> {
  const remarks = remarksOf(entries);
  const ticked = field.options.filter((option) => entries.some((it) => it.option === option && it.isTicked === true)).map((it) => it.id);
  const isTickedTwice = field.kind === 'choice' && ticked.length > 1;
  const areAllPrinted = entries.every((it) => it.isTicked !== null);
  if (isTickedTwice || (ticked.length === 0 && !areAllPrinted)) return { value: unreadChoice(remarks), isTickedTwice };
  if (ticked.length === 0 && Object.keys(remarks).length === 0) return { value: undefined, isTickedTwice };
  return { value: { kind: 'choice', chosen: ticked, ...(Object.keys(remarks).length > 0 ? { remarks } : {}) }, isTickedTwice };
}

function remarksOf(entries: readonly Entry[]): Readonly<Record<OptionId, string>> {
  return Object.fromEntries(entries.filter((it) => it.remark !== '').map((it) => [it.option.id, it.remark]));
}

function remarkAsTyped(remark: string, dialect: TextDialect): string {
  return remark === '' ? '' : readPlainLine(asMarkdown([remark], dialect).join(''));
}

/** The options that a line consists of, or null when it holds anything else. */
function optionsOn(line: string, printed: PrintedOptions): readonly Entry[] | null {
  const ticks = splitTicks(line);
  if (ticks.length === 0) return unticked(line, printed);
  const head = line.slice(0, line.search(/[☒☑✓✔✅☐□▢]|\[[xX✓✔ ]?\]/u));
  const texts = ticks.map((it) => it.text);
  const isBefore = isSignsOnly(head);
  const labels = isBefore ? texts : [head, ...texts.slice(0, -1)];
  // "Yes ✓ No": the tick may belong to either side, so that it says nothing.
  if (!isBefore && !isSignsOnly(texts.at(-1) ?? '')) return allOrNone([head, ...texts].map((label) => entryOf(label, printed, null)));
  return allOrNone(labels.map((label, index) => entryOf(label, printed, ticks[index]?.isTicked ?? null)));
}

function allOrNone(entries: readonly (Entry | null)[]): readonly Entry[] | null {
  return entries.includes(null) ? null : entries.filter((it) => it !== null);
}

function unticked(line: string, printed: PrintedOptions): readonly Entry[] | null {
  const alone = entryOf(line, printed, null);
  if (alone !== null) return [alone];
  const { options } = printed.field;
  const labels = options.map((option) => wordsOf(option.label).join(' ')).join(' ');
  return line.length < labels.length * 4 + 40 && wordsOf(line).join(' ') === labels
    ? options.map((option) => ({ option, isTicked: null, remark: '' }))
    : null;
}

function entryOf(text: string, printed: PrintedOptions, isTicked: boolean | null): Entry | null {
  for (const { option, words } of printed.byLength) {
    const end = endOfWording(text, words);
    if (end === null) continue;
    const rest = text.slice(end).trim();
    if (isSignsOnly(rest)) return { option, isTicked, remark: '' };
    // Where no tick shows that this is an option, only a bracket or a colon can: prose may begin with the same word.
    if (option.text === 'none' || (isTicked === null && !/^\(.*\)$|^:/.test(rest))) continue;
    return { option, isTicked, remark: /^\(.*\)$/.test(rest) ? rest.slice(1, -1) : rest.replace(/^[:_\\\s–-]+/, '') };
  }
  return null;
}
