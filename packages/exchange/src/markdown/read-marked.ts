// The reading of Markdown that this product exported: its markers say where every field begins and ends, whatever stands inside.
import { asId, findQuestion, type QuestionId, type Questionnaire, questionsOf } from '@chancery/domain';
import type { FilledAnswer, FilledForm } from '../filled-form.ts';
import { checkReadingCost } from '../reading-cost.ts';
import { groupLines, type NumberedLine, printedWording } from '../wording/unrecognised.ts';
import { wordsOf } from '../wording/words.ts';
import { type Marker, markersIn } from './marker.ts';
import { regionsOf, type FileSpan } from './region.ts';
import { readField } from './read-field.ts';

/** True when the text is an export of this questionnaire, of whatever version. */
export function isMarked(text: string, questionnaire: Questionnaire): boolean {
  return markersIn(text).some((it) => it.kind === 'form' && it.words[0] === questionnaire.id);
}

/** The answers between the markers. Text outside of them that is not printed wording is unrecognised. */
export function readMarked(text: string, questionnaire: Questionnaire, step: () => void): FilledForm {
  const outside: FileSpan[] = [];
  const answers = new Map<QuestionId, FilledAnswer>();
  for (const part of partsOf(text)) {
    const question = part.id === null ? undefined : findQuestion(questionnaire, asId<QuestionId>(part.id));
    if (question === undefined || answers.has(question.id)) {
      outside.push(part.span);
      continue;
    }
    step();
    const { regions, gaps, end } = regionsOf(text, part.markers, question, part.span);
    checkReadingCost([...regions.values()].flatMap((it) => [it.text, ...it.rows.values()]));
    const values = question.fields.flatMap((field) => {
      const region = regions.get(field.id);
      const value = region === undefined ? undefined : readField(field, region);
      return value === undefined ? [] : [[field.id, value] as const];
    });
    const source = text.slice(part.span.from, end).trim();
    answers.set(question.id, { content: { question: question.id, fields: Object.fromEntries(values) }, source, notes: [] });
    outside.push(...gaps);
  }
  const ids = questionsOf(questionnaire).map((it) => it.id);
  return {
    answers: ids.flatMap((id) => answers.get(id) ?? []),
    unrecognised: groupLines(linesOutside(text, outside, questionnaire)),
    missing: ids.filter((id) => !answers.has(id)),
  };
}

interface Part {
  /** null: what stands before the first question. */
  readonly id: string | null;
  readonly markers: readonly Marker[];
  readonly span: FileSpan;
}

/** The text cut at the markers of questions. */
function partsOf(text: string): readonly Part[] {
  const parts: { id: string | null; markers: Marker[]; span: { from: number; to: number } }[] = [
    { id: null, markers: [], span: { from: 0, to: text.length } },
  ];
  for (const marker of markersIn(text)) {
    const last = parts.at(-1);
    if (marker.kind !== 'question') last?.markers.push(marker);
    else {
      if (last !== undefined) last.span.to = marker.start;
      parts.push({ id: marker.words[0] ?? null, markers: [], span: { from: marker.end, to: text.length } });
    }
  }
  return parts;
}

function linesOutside(text: string, spans: readonly FileSpan[], questionnaire: Questionnaire): readonly NumberedLine[] {
  const wording = new Set(printedWording(questionnaire).map((it) => wordsOf(it).join(' ')));
  let [number, counted] = [1, 0];
  return spans.flatMap(({ from, to }) => {
    number += text.slice(counted, from).split('\n').length - 1;
    counted = from;
    const lines = text
      .slice(from, to)
      .split('\n')
      .map((line) => line.replace(/^Round: <!--.*-->$/, '').replace(/<!--.*?-->/g, ''));
    return lines.flatMap((line, index) => (wording.has(wordsOf(line).join(' ')) ? [] : [{ number: number + index, text: line }]));
  });
}
