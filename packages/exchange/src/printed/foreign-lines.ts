// Foreign lines under a question: from where on they are those of another one that was not recognised, by its number, options or prompt.
import { type Question, type Questionnaire, questionsOf } from '@chancery/domain';
import type { NumberedLine } from '../wording/unrecognised.ts';
import { isSignsOnly, matchLines } from '../wording/wording.ts';
import { wordsOf } from '../wording/words.ts';
import { lineHead } from './line-head.ts';
import { PrintedOptions, type ReadOptions, readOptionLines } from './option-lines.ts';

/** What the lines under one question are searched for. */
export interface ForeignMarks {
  /** Numbers of questions that are printed between this one and the next that was found, and were not found themselves. */
  readonly numbers: ReadonlySet<number>;
  /** Numbers of all questions that were found. */
  readonly found: ReadonlySet<number>;
  /** One choice for each set of options that the form prints. */
  readonly choices: readonly PrintedOptions[];
}

/** The choices of a form, each set of options once. */
export function choicesOf(questionnaire: Questionnaire): readonly PrintedOptions[] {
  const fields = questionsOf(questionnaire).flatMap((it) =>
    it.fields.filter((field) => field.kind === 'choice' || field.kind === 'choices'),
  );
  const sets = new Map(fields.map((it) => [it.options.map((option) => option.label).join('\n'), it]));
  return [...sets.values()].map((it) => new PrintedOptions(it));
}

/** Index of the first line that is another question's; the number of lines where none is. */
export function foreignFrom(lines: readonly NumberedLine[], question: Question, marks: ForeignMarks): number {
  const texts = lines.map((it) => it.text);
  const candidates = [numberAt(texts, marks), optionsAt(texts, question, marks), promptAt(texts, question)];
  return Math.min(lines.length, ...candidates.filter((it) => it !== null));
}

/** A number that says it is a question's, that of a question that is missing here, or one before a question; unless it goes on with a list. */
function numberAt(lines: readonly string[], { numbers, found }: ForeignMarks): number | null {
  const counted = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const { number, look } = lineHead(line);
    if (number === null) continue;
    if (look === 'said' && /^[\s>|*_#"“]*(?:q|question)/iu.test(line) && !found.has(number)) return index;
    const isOfNoList = look === 'signed' && number > 1 && !counted.has(number - 1);
    if (isOfNoList && (numbers.has(number) || (isAsking(line) && !found.has(number)))) return index;
    if (look === 'signed') counted.add(number);
  }
  return null;
}

/** Options that are printed once more than the question has choices, with the words above that ask. */
function optionsAt(lines: readonly string[], question: Question, { choices }: ForeignMarks): number | null {
  let own = question.fields.filter((it) => it.kind === 'choice' || it.kind === 'choices').length;
  let isAnything = false;
  for (let index = 0; index < lines.length; ) {
    const run = isSignsOnly(lines[index] ?? '') ? null : printedOptions(lines, index, choices);
    if (run === null) {
      isAnything ||= !isSignsOnly(lines[index] ?? '');
      index += 1;
      continue;
    }
    const asks = askedAbove(lines, index);
    const isForeign = own === 0 ? isAnything : asks !== null && lines.slice(0, asks).some((line) => !isSignsOnly(line));
    if (isForeign) return asks ?? index;
    own = Math.max(0, own - 1);
    isAnything = true;
    index += run.lineCount;
  }
  return null;
}

/** A whole set of options, or ticked ones; a single word such as "Yes" is what somebody wrote. */
function printedOptions(lines: readonly string[], index: number, choices: ForeignMarks['choices']): ReadOptions | null {
  return choices.map((it) => readOptionLines(it, lines, index, 'plain')).find((it) => it?.isPrinted === true) ?? null;
}

/** The prompt of a field, alone and for the second time. */
function promptAt(lines: readonly string[], question: Question): number | null {
  const prompts = question.fields
    .flatMap((it) => (it.kind === 'line' || it.label === null ? [] : [wordsOf(it.label)]))
    .filter((it) => it.length >= 5);
  const seen = new Set<readonly string[]>();
  for (const index of lines.keys()) {
    const prompt = prompts.find((it) => {
      const match = matchLines(lines, index, it);
      return match !== null && isSignsOnly(match.rest);
    });
    if (prompt === undefined) continue;
    if (seen.has(prompt)) return askedAbove(lines, index) ?? index;
    seen.add(prompt);
  }
  return null;
}

/** Where the sentence above begins, when it asks something. */
function askedAbove(lines: readonly string[], index: number): number | null {
  let end = index;
  while (end > 0 && isSignsOnly(lines[end - 1] ?? '')) end -= 1;
  if (end === 0 || !isAsking(lines[end - 1] ?? '')) return null;
  let from = end - 1;
  while (from > 0 && end - from < 6 && !/^\s*$|[.:;!?]\s*$/.test(lines[from - 1] ?? '')) from -= 1;
  return from;
}

function isAsking(line: string): boolean {
  return /[?؟？][^\p{L}\p{N}]{0,4}$/u.test(line);
}
