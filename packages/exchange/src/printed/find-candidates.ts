// The places of a file where a question seems to be printed: word for word, or so much alike that it can be no other.
import { type Question, type Questionnaire, questionsOf } from '@chancery/domain';
import { type Likeness, Wordings } from '../wording/likeness.ts';
import { TooComplexError } from '../reading-cost.ts';
import { isSignsOnly } from '../wording/wording.ts';
import { wordsOf } from '../wording/words.ts';
import { lineHead } from './line-head.ts';
import { blockAt, cutAt, type TextBlock } from './text-block.ts';

export interface Candidate {
  /** null: some question is printed here, and it cannot be said which. */
  readonly question: Question | null;
  /** Its place in printed order; -1 where it is unknown. */
  readonly order: number;
  /** Index of the line on which the wording begins. */
  readonly line: number;
  readonly lineCount: number;
  /** What stands on the last of these lines after the wording. */
  readonly rest: string;
  /** False for a wording that prose may hold as a line of its own, such as "Contact information". */
  readonly isStrong: boolean;
}

/** Measured over all pairs of the MSQ 2022 (likeness.test.ts): no two of its questions are as much alike. */
export const minLikeness = 0.78;
/** Where the number is that of the question as well. */
const minLikenessNumbered = 0.65;
/** How much nearer the nearest must be than the second. */
const minLead = 0.05;
/** From here on a numbered line, or one that asks, is some question. */
const minLikenessOfSome = 0.55;
const strongWords = 5;
const maxSteps = 10_000_000;

interface Printed {
  readonly question: Question;
  readonly order: number;
}

/** Every place where a question seems to be printed, in the order of the file. Throws TooComplexError. */
export function findCandidates(lines: readonly string[], questionnaire: Questionnaire): readonly Candidate[] {
  const questions = questionsOf(questionnaire).map((question, order) => ({ of: { question, order }, text: question.text }));
  const wordings = new Wordings<Printed>(questions);
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    if (wordings.steps > maxSteps) throw new TooComplexError('too many lines look like questions');
    return candidatesAt(wordings, lines, index);
  });
}

function candidatesAt(wordings: Wordings<Printed>, lines: readonly string[], line: number): readonly Candidate[] {
  const head = lineHead(lines[line] ?? '');
  const first = wordsOf((lines[line] ?? '').slice(head.end, head.end + 80)).slice(0, 4);
  wordings.steps += 10;
  // The cheap question, asked of every line.
  if (first.length > 0 && !first.some((it) => wordings.hasWord(it)) && head.number === null) return [];
  const block = blockAt(lines, line, wordings.maxWords + 20);
  wordings.steps += block.words.length;
  const words = block.words.filter((it) => it.start >= head.end);
  if (words.length === 0) return [];
  const texts = words.map((it) => it.text);
  let some: Candidate | null = null;
  for (const from of [0, ...laterBeginnings(block, words)]) {
    const here: Here = { line, block, number: head.number, words: words.slice(from), isLater: from > 0 };
    const same = wordings.same(texts.slice(from)).flatMap((it) => sameCandidate(it, here) ?? []);
    if (same.length > 0) return same;
    const like = likeCandidate(wordings.nearest(texts.slice(from)), here);
    if (like !== null && like.question !== null) return [like];
    some ??= like;
  }
  return some === null ? [] : [some];
}

interface Here {
  readonly line: number;
  readonly block: TextBlock;
  /** The number that the line begins with. */
  readonly number: number | null;
  /** Words from where the wording may begin. */
  readonly words: TextBlock['words'];
  /** True behind other words, which may be the wording in another language. */
  readonly isLater: boolean;
}

/** Places behind a sign that parts two languages: "¿Existe ...? / Is there ...?". A line with a number of its own begins by itself. */
function laterBeginnings({ text }: TextBlock, words: TextBlock['words']): readonly number[] {
  const found = words.flatMap((it, index) => {
    const signs = text.slice(words[index - 1]?.end ?? it.start, it.start);
    const isParted = /[?؟？]|\s[/|]\s|[(]$/.test(signs) && !(signs.includes('\n') && (!asking.test(signs) || /^\d/.test(it.text)));
    return isParted ? [index] : [];
  });
  return found.filter((index) => index >= 3).slice(0, 4);
}

/** Without a number a wording counts only when it stands alone: prose may begin with the same words. */
function sameCandidate({ of, wordCount }: Likeness<Printed>, here: Here): Candidate | null {
  const cut = cutAt(here.block, endOf(here, wordCount));
  const isStrong = wordCount >= strongWords;
  const isAlone = isSignsOnly(cut.rest) || (isStrong && isOtherLanguage(cut.rest));
  if (here.isLater ? !isStrong || !isAlone : here.number === null && !isAlone) return null;
  return { ...of, line: here.line, ...cut, isStrong };
}

function likeCandidate([best, second]: readonly Likeness<Printed>[], here: Here): Candidate | null {
  if (best === undefined || best.of.question.text.split(/\s+/).length < strongWords) return null;
  const cut = cutAt(here.block, endOf(here, best.wordCount));
  const found: Candidate = { ...best.of, line: here.line, ...cut, isStrong: true };
  const isAlone = isSignsOnly(cut.rest) || isOtherLanguage(cut.rest);
  const isAsking = asking.test(signsAt(cut.rest));
  const isAsPrinted = isAsking || !asking.test(best.of.question.text);
  const lead = best.likeness - (second?.likeness ?? 0);
  if (here.isLater) return best.likeness >= minLikeness && lead >= minLead && isAlone ? found : null;
  if (here.number !== null && here.number === best.of.question.number && best.likeness >= minLikenessNumbered && lead > 0) return found;
  if (best.likeness >= minLikeness && lead >= minLead && isAsPrinted && (here.number !== null || isAlone)) return found;
  const isSome = best.likeness >= minLikenessOfSome && (here.number === null ? isAsking && isAlone : isAsPrinted);
  return isSome ? { ...found, question: null, order: -1 } : null;
}

function endOf({ words }: Here, wordCount: number): number {
  return words[wordCount - 1]?.end ?? 0;
}

/** The question marks of scripts. */
const asking = /[?؟？\u037e]/u;

function signsAt(rest: string): string {
  return /^[^\p{L}\p{N}]*/u.exec(rest)?.[0] ?? '';
}

/** True for what is printed behind a wording in a second language: it begins with a sign that parts the two, or asks as well. */
export function isOtherLanguage(rest: string): boolean {
  return /^[?*\s\\.]*[/|(]/.test(rest) || asking.test(rest.slice(signsAt(rest).length).trimEnd().slice(-3));
}
