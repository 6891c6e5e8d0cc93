// The reading of a form that people filled outside of this product, by the wording that the questionnaire prints.
import { type Question, type Questionnaire, questionsOf } from '@chancery/domain';
import type { FilledAnswer, FilledForm } from '../filled-form.ts';
import { withoutMarkers } from '../markdown/marker.ts';
import { groupLines, type NumberedLine } from '../wording/unrecognised.ts';
import { afterWording, isSignsOnly, matchLines, wordsOf } from '../wording/wording.ts';
import { findQuestions, type FoundQuestion } from './find-questions.ts';
import { readAnswer } from './read-answer.ts';

/** The answers under the questions whose wording is found. `step` is called before each. */
export function readPrinted(text: string, questionnaire: Questionnaire, step: () => void): FilledForm {
  const lines = withoutMarkers(text)
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line }));
  const texts = lines.map((it) => it.text);
  const found = findQuestions(texts, questionnaire);
  const leftOver: NumberedLine[] = [];
  const answers = found.map((it, index): FilledAnswer => {
    step();
    const end = found[index + 1]?.line ?? lines.length;
    const under = [...restOf(it), ...lines.slice(it.line + it.lineCount, end)];
    const isLast = index === found.length - 1;
    const body = withoutTail(
      isLast ? withoutWording(under, questionnaire.closing) : under,
      headsBefore(questionnaire, it, found[index + 1]),
    );
    const above = index === 0 ? linesAbove(questionnaire, it.question, lines.slice(0, it.line), leftOver) : [];
    const { content, notes, leftOver: rest } = readAnswer(it.question, [...above, ...body]);
    leftOver.push(...rest);
    const last = body.findLast((line) => line.text.trim() !== '')?.number ?? it.line + it.lineCount;
    return {
      content,
      notes,
      source: [...above.map((line) => line.text), ...texts.slice(it.line, Math.max(last, it.line + it.lineCount))].join('\n'),
    };
  });
  const ids = new Set(found.map((it) => it.question.id));
  const missing = questionsOf(questionnaire).map((it) => it.id);
  return { answers, unrecognised: groupLines(leftOver), missing: missing.filter((id) => !ids.has(id)) };
}

function restOf(found: FoundQuestion): readonly NumberedLine[] {
  const rest = afterWording(found.rest);
  return isSignsOnly(rest) ? [] : [{ number: found.line + found.lineCount, text: rest }];
}

/** What the form prints between this question and the next one that was found. */
function headsBefore(questionnaire: Questionnaire, found: FoundQuestion, next: FoundQuestion | undefined): readonly string[] {
  const places = questionnaire.sections.flatMap((section) =>
    section.questions.map((question, index) => ({ question, section, isFirst: index === 0 })),
  );
  const from = places.findIndex((it) => it.question.id === found.question.id) + 1;
  const to = next === undefined ? places.length : places.findIndex((it) => it.question.id === next.question.id) + 1;
  const heads = places
    .slice(from, to)
    .flatMap((it) => [...(it.isFirst ? [it.section.heading, it.section.note] : []), it.question.subheading]);
  return heads.filter((it) => it !== null);
}

/** The lines without the wording, wherever it stands. */
function withoutWording(lines: readonly NumberedLine[], wording: readonly string[]): readonly NumberedLine[] {
  const printed = wording.map(wordsOf);
  const texts = lines.map((it) => it.text);
  const kept: NumberedLine[] = [];
  for (let index = 0; index < lines.length; ) {
    const match = printed.map((it) => matchLines(texts, index, it)).find((it) => it !== null && isSignsOnly(it.rest));
    const line = lines[index];
    if (line !== undefined && !match) kept.push(line);
    index += match?.lineCount ?? 1;
  }
  return kept;
}

/** The lines without the printed heads at their end. */
function withoutTail(lines: readonly NumberedLine[], heads: readonly string[]): readonly NumberedLine[] {
  let kept = trimmed(lines);
  for (let head = headAtEnd(kept, heads); head !== null; head = headAtEnd(kept, heads)) kept = trimmed(kept.slice(0, head));
  return kept;
}

function headAtEnd(lines: readonly NumberedLine[], heads: readonly string[]): number | null {
  const texts = lines.map((it) => it.text);
  for (let from = texts.length - 1; from >= Math.max(0, texts.length - 6); from -= 1) {
    for (const head of heads) {
      const match = matchLines(texts, from, wordsOf(head));
      if (match !== null && from + match.lineCount === texts.length && isSignsOnly(match.rest)) return from;
    }
  }
  return null;
}

function trimmed(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  return lines.slice(0, lines.findLastIndex((it) => !isSignsOnly(it.text)) + 1);
}

/** Lines above the first question that are lines of its own fields (a form may print them above its heading); the others are left over. */
function linesAbove(
  questionnaire: Questionnaire,
  first: Question,
  lines: readonly NumberedLine[],
  leftOver: NumberedLine[],
): readonly NumberedLine[] {
  const labels = first.fields.filter((it) => it.kind === 'line').map((it) => wordsOf(it.label ?? ''));
  const { title, issuer, introduction, sections } = questionnaire;
  const heads = [title, ...issuer, ...introduction, ...sections.flatMap((it) => [it.heading, it.note])].filter((it) => it !== null);
  const isOwn = ({ text }: NumberedLine) => labels.some((it) => /^\s*\\?[*:]/.test(matchLines([text], 0, it)?.rest ?? ''));
  const filled = withoutWording(lines, heads);
  leftOver.push(...filled.filter((it) => !isOwn(it)));
  return filled.filter(isOwn);
}
