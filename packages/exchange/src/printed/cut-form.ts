// The cutting of a file at its landmarks: the lines under each question that was found, and those that belong to nothing.
import { type Question, type Questionnaire, questionsOf } from '@chancery/domain';
import type { NumberedLine } from '../wording/unrecognised.ts';
import { afterWording, isSignsOnly, matchLines } from '../wording/wording.ts';
import { wordsOf } from '../wording/words.ts';
import { isOtherLanguage } from './find-candidates.ts';
import { findQuestions, type FoundQuestion } from './find-questions.ts';
import { choicesOf, foreignFrom, type ForeignMarks } from './foreign-lines.ts';
import { withoutDrawing } from './layout/drawn-table.ts';
import { unquoted } from './layout/mail-quote.ts';
import { unwrapped, wrapWidth } from './layout/wrapped.ts';
import { lineHead, quoteDepth } from './line-head.ts';
import { headsBetween, withoutTail, withoutWording } from './printed-heads.ts';

interface CutAnswer {
  readonly question: Question;
  /** The lines of the file that it came from, as they stand there. */
  readonly source: string;
  /** The same without the wording and the printed heads, laid out as they were typed. */
  readonly lines: readonly NumberedLine[];
}

export interface CutForm {
  /** In the order of the file. */
  readonly answers: readonly CutAnswer[];
  readonly leftOver: readonly NumberedLine[];
}

/** Cuts the file. An answer ends at whatever is printed next, be it recognised or not. */
export function cutForm(texts: readonly string[], questionnaire: Questionnaire): CutForm {
  const lines = texts.map((text, index) => ({ number: index + 1, text }));
  const landmarks = findQuestions(texts, questionnaire);
  const leftOver: NumberedLine[] = [];
  const answers: CutAnswer[] = [];
  const cutting: Cutting = {
    questionnaire,
    lines,
    landmarks,
    leftOver,
    isInTwo: areInTwoLanguages(landmarks, lines),
    width: wrapWidth(texts),
    choices: choicesOf(questionnaire),
    numbers: questionsOf(questionnaire).flatMap((it) => it.number ?? []),
    found: new Set(landmarks.flatMap((it) => it.question?.number ?? [])),
  };
  const before = linesAbove(questionnaire, landmarks[0]?.question ?? null, lines.slice(0, beginOf(cutting, 0)), leftOver);
  for (const [index, { question }] of landmarks.entries()) {
    const cut = cutAtLandmark(cutting, index);
    if (question === null) for (const it of cut.lines) leftOver.push(it);
    else if (index > 0) answers.push({ question, ...cut });
    else answers.push({ question, source: [...before.map((it) => it.text), cut.source].join('\n'), lines: [...before, ...cut.lines] });
  }
  return { answers, leftOver };
}

interface Cutting {
  readonly questionnaire: Questionnaire;
  readonly lines: readonly NumberedLine[];
  readonly landmarks: readonly FoundQuestion[];
  readonly leftOver: NumberedLine[];
  /** True when each question is followed by its wording in a second language. */
  readonly isInTwo: boolean;
  readonly width: number | null;
  readonly choices: ReturnType<typeof choicesOf>;
  readonly numbers: readonly number[];
  readonly found: ReadonlySet<number>;
}

/** The lines of one landmark; of an unknown one, whose wording is nobody's either, with that. */
function cutAtLandmark(cutting: Cutting, index: number): Omit<CutAnswer, 'question'> {
  const { questionnaire, lines, landmarks, leftOver, width } = cutting;
  const { question, line, lineCount, rest } = landmarks[index] ?? noLandmark;
  const next = landmarks[index + 1];
  const end = next === undefined ? lines.length : beginOf(cutting, index + 1);
  const heads = headsBetween(questionnaire, question, next?.question ?? null);
  if (question === null) return { source: '', lines: withoutTail(lines.slice(line, end), heads) };
  const from = line + lineCount;
  const translated = translationUnder(lines.slice(from, end), question, cutting.isInTwo);
  leftOver.push(...translated.toName);
  const behind = answerBehind(rest, from);
  if (behind === null && wordsOf(rest).length > maxTranslatedTail) leftOver.push({ number: from, text: rest });
  const under = [...(behind ?? []), ...withoutUnderline(lines.slice(from + translated.lineCount, end))];
  const laidOut = unwrapped(withoutDrawing(unquoted(under, quoteDepth(lines[line]?.text ?? ''))), width);
  const body = withoutTail(next === undefined ? withoutWording(laidOut, questionnaire.closing) : laidOut, heads);
  const foreign = foreignFrom(body, question, marksAt(cutting, index));
  for (const it of body.slice(foreign)) leftOver.push(it);
  const own = body.slice(0, foreign);
  const last = own.findLast((it) => it.text.trim() !== '')?.number ?? from;
  const source = lines.slice(line, Math.max(last, from)).map((it) => it.text);
  return { source: source.join('\n'), lines: own };
}

/** A line of signs right under the wording underlines it. */
function withoutUnderline(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  return /^[>\s]*([-=_~*^–—#.])\1{2,}\s*$/u.test(lines[0]?.text ?? '') ? lines.slice(1) : lines;
}

const noLandmark: FoundQuestion = { question: null, line: 0, lineCount: 0, rest: '' };
/** A few words and a question mark behind a wording are the wording's own. */
const maxTranslatedTail = 3;

/** What somebody answered on the line of the question; null where that is wording in a second language. */
function answerBehind(rest: string, line: number): readonly NumberedLine[] | null {
  if (isOtherLanguage(rest)) return null;
  const text = afterWording(rest);
  return isSignsOnly(text) ? [] : [{ number: line, text }];
}

/** The wording in a second language under the first: in the same paragraph, or in the next where the whole form has it so. */
function translationUnder(
  lines: readonly NumberedLine[],
  { number }: Question,
  isInTwo: boolean,
): { readonly lineCount: number; readonly toName: readonly NumberedLine[] } {
  const own = paragraphEnd(lines, 0);
  const beneath = lines.findIndex((it, index) => index >= own && !isSignsOnly(it.text));
  const end = asksAt(lines, 0, own) ?? (isInTwo && beneath >= 0 ? asksAt(lines, beneath, paragraphEnd(lines, beneath)) : null);
  if (end === null) return { lineCount: 0, toName: [] };
  const isKnown = isInTwo || lines.slice(0, end).some((it) => number !== null && lineHead(it.text).number === number);
  return { lineCount: end, toName: isKnown ? [] : lines.slice(0, end) };
}

/** Where in a paragraph the last line that asks ends. */
function asksAt(lines: readonly NumberedLine[], from: number, to: number): number | null {
  const found = lines.slice(from, to).findLastIndex((it) => /[?؟？][^\p{L}\p{N}]{0,4}$/u.test(it.text));
  return found === -1 ? null : from + found + 1;
}

function paragraphEnd(lines: readonly NumberedLine[], from: number): number {
  const blank = lines.findIndex((it, index) => index >= from && it.text.replaceAll('>', '').trim() === '');
  return Math.min(from + maxParagraphLines, blank === -1 ? lines.length : blank);
}

const maxParagraphLines = 6;

/** True when under most questions the next paragraph asks as well. */
function areInTwoLanguages(landmarks: readonly FoundQuestion[], lines: readonly NumberedLine[]): boolean {
  const asked = landmarks.filter(({ question, line, lineCount }) => {
    if (question === null) return false;
    const under = lines.slice(line + lineCount, line + lineCount + 2 * maxParagraphLines);
    const from = under.findIndex((it) => !isSignsOnly(it.text));
    return from !== -1 && asksAt(under, from, paragraphEnd(under, from)) !== null;
  });
  return asked.length >= 3 && asked.length > landmarks.length / 2;
}

/** Where the landmark begins: with its number, or its wording in another language, on the lines above. */
function beginOf({ landmarks, lines }: Pick<Cutting, 'landmarks' | 'lines'>, index: number): number {
  const landmark = landmarks[index];
  if (landmark === undefined) return lines.length;
  const least = index === 0 ? 0 : (landmarks[index - 1]?.line ?? 0) + (landmarks[index - 1]?.lineCount ?? 0);
  const above = lines.slice(least, landmark.line).findLastIndex((it) => !isSignsOnly(it.text));
  const { text } = lines[least + above] ?? { text: '' };
  const { number, end, look } = lineHead(text);
  if (above === -1 || number === null || landmark.line - (least + above) > 2) return landmark.line;
  const isNumberAlone =
    look !== 'bare' && isSignsOnly(text.slice(end)) && (landmark.question === null || landmark.question.number === number);
  const isTranslation = landmark.question?.number === number && /[?؟？][^\p{L}\p{N}]{0,4}$/u.test(text);
  return isNumberAlone || isTranslation ? least + above : landmark.line;
}

function marksAt({ landmarks, numbers, found, choices }: Cutting, index: number): ForeignMarks {
  const before = landmarks.slice(0, index + 1).findLast((it) => it.question?.number != null)?.question?.number ?? 0;
  const after = landmarks.slice(index + 1).find((it) => it.question?.number != null)?.question?.number ?? Infinity;
  return { numbers: new Set(numbers.filter((it) => it > before && it < after && !found.has(it))), found, choices };
}

/** Lines above the first question that are lines of its own fields (a form may print them above its heading); the others are left over. */
function linesAbove(
  { title, issuer, introduction, sections }: Questionnaire,
  first: Question | null,
  lines: readonly NumberedLine[],
  leftOver: NumberedLine[],
): readonly NumberedLine[] {
  const labels = (first?.fields ?? []).filter((it) => it.kind === 'line').map((it) => wordsOf(it.label ?? ''));
  const heads = [title, ...issuer, ...introduction, ...sections.flatMap((it) => [it.heading, it.note])].filter((it) => it !== null);
  const isOwn = ({ text }: NumberedLine) => labels.some((it) => /^\s*\\?[*:]/.test(matchLines([text], 0, it)?.rest ?? ''));
  const filled = withoutWording(lines, heads);
  for (const it of filled) if (!isOwn(it)) leftOver.push(it);
  return filled.filter(isOwn);
}
