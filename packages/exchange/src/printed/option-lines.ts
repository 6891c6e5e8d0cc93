// The reading of printed options: with ticks they say what is chosen; without, they say only that a person must confirm.
import type { ChoiceField, ChoicesField, ChoiceValue, Option, OptionId } from '@chancery/domain';
import { readPlainLine } from '../markdown/read-prose.ts';
import { endOfWording, isSameWording, isSignsOnly, wordsOf } from '../wording/wording.ts';
import { splitTicks, toConfirmWording } from '../wording/ticks.ts';

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
}

/** Reads the options that begin at line `from`; null when that line is none. Blank lines between options are passed over. */
export function readOptionLines(field: ChoiceField | ChoicesField, lines: readonly string[], from: number): ReadOptions | null {
  const entries: Entry[] = [];
  let lineCount = 0;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    if (entries.length > 0 && isSameWording(line, toConfirmWording)) {
      return { lineCount: index - from + 1, value: unreadChoice(remarksOf(entries)), isTickedTwice: false };
    }
    const found = optionsOn(line, field.options);
    if (found === null || found.some((it) => entries.some((other) => other.option === it.option))) break;
    entries.push(...found);
    lineCount = index - from + 1;
  }
  return entries.length === 0 ? null : { lineCount, ...valueOf(field, entries) };
}

/** A choice whose ticks could not be read. Never guessed. */
export function unreadChoice(remarks: Readonly<Record<OptionId, string>> = {}): ChoiceValue {
  return { kind: 'choice', chosen: [], ...(Object.keys(remarks).length > 0 ? { remarks } : {}), toConfirm: true };
}

function valueOf(field: ChoiceField | ChoicesField, entries: readonly Entry[]): Omit<ReadOptions, 'lineCount'> {
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

/** The options that a line consists of, or null when it holds anything else. */
function optionsOn(line: string, options: readonly Option[]): readonly Entry[] | null {
  const ticks = splitTicks(line);
  if (ticks.length === 0) return unticked(line, options);
  const head = line.slice(0, line.search(/[☒☑✓✔✅☐□▢]|\[[xX✓✔ ]?\]/u));
  const texts = ticks.map((it) => it.text);
  const isBefore = isSignsOnly(head);
  const labels = isBefore ? texts : [head, ...texts.slice(0, -1)];
  // "Yes ✓ No": the tick may belong to either side, so that it says nothing.
  if (!isBefore && !isSignsOnly(texts.at(-1) ?? '')) return allOrNone([head, ...texts].map((label) => entryOf(label, options, null)));
  return allOrNone(labels.map((label, index) => entryOf(label, options, ticks[index]?.isTicked ?? null)));
}

function allOrNone(entries: readonly (Entry | null)[]): readonly Entry[] | null {
  return entries.includes(null) ? null : entries.filter((it) => it !== null);
}

function unticked(line: string, options: readonly Option[]): readonly Entry[] | null {
  const alone = entryOf(line, options, null);
  if (alone !== null) return [alone];
  const labels = options.map((option) => wordsOf(option.label).join(' '));
  return wordsOf(line).join(' ') === labels.join(' ') ? options.map((option) => ({ option, isTicked: null, remark: '' })) : null;
}

function entryOf(text: string, options: readonly Option[], isTicked: boolean | null): Entry | null {
  for (const option of options.toSorted((a, b) => b.label.length - a.label.length)) {
    const end = endOfWording(text, wordsOf(option.label));
    if (end === null) continue;
    const rest = text.slice(end).trim();
    if (isSignsOnly(rest)) return { option, isTicked, remark: '' };
    // Where no tick shows that this is an option, only a bracket or a colon can: prose may begin with the same word.
    if (option.text === 'none' || (isTicked === null && !/^\(.*\)$|^:/.test(rest))) continue;
    return { option, isTicked, remark: readPlainLine(/^\(.*\)$/.test(rest) ? rest.slice(1, -1) : rest.replace(/^[:_\\\s–-]+/, '')) };
  }
  return null;
}
