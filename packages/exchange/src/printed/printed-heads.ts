// The heads that a form prints between its questions, and the lines without them.
import type { Question, Questionnaire } from '@chancery/domain';
import type { NumberedLine } from '../wording/unrecognised.ts';
import { isSignsOnly, matchLines } from '../wording/wording.ts';
import { wordsOf } from '../wording/words.ts';

/** What the form prints between this question and the next one that was found; where they stand in another order, all its heads. */
export function headsBetween(questionnaire: Questionnaire, found: Question | null, next: Question | null): readonly string[] {
  const places = questionnaire.sections.flatMap((section) =>
    section.questions.map((question, index) => ({ question, section, isFirst: index === 0 })),
  );
  const placeOf = (question: Question | null) => places.findIndex((it) => it.question === question);
  const [from, to] = [placeOf(found) + 1, next === null ? places.length : placeOf(next) + 1];
  const between = from > 0 && from < to ? places.slice(from, to) : places;
  const heads = between.flatMap((it) => [...(it.isFirst ? [it.section.heading, it.section.note] : []), it.question.subheading]);
  return heads.filter((it) => it !== null);
}

/** The lines without the wording, wherever it stands. */
export function withoutWording(lines: readonly NumberedLine[], wording: readonly string[]): readonly NumberedLine[] {
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

/** The lines without the printed heads at their end, and without what is signs alone there. */
export function withoutTail(lines: readonly NumberedLine[], heads: readonly string[]): readonly NumberedLine[] {
  let kept = trimmed(lines);
  for (let head = headAtEnd(kept, heads); head !== null; head = headAtEnd(kept, heads)) kept = trimmed(kept.slice(0, head));
  return kept;
}

function headAtEnd(lines: readonly NumberedLine[], heads: readonly string[]): number | null {
  const texts = lines.slice(-6).map((it) => it.text);
  for (let from = texts.length - 1; from >= 0; from -= 1) {
    for (const head of heads) {
      const match = matchLines(texts, from, wordsOf(head));
      if (match !== null && from + match.lineCount === texts.length && isSignsOnly(match.rest)) return lines.length - texts.length + from;
    }
  }
  return null;
}

function trimmed(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  return lines.slice(0, lines.findLastIndex((it) => !isSignsOnly(it.text)) + 1);
}
