// Where a question stands in the form: its section, the readable questions of it, and its neighbours.
import type { AnswerRow } from '@chancery/contract';
import type { Question, QuestionId } from '@chancery/domain';
import { useMemo } from 'react';
import { useRound } from '../../../api/current-round.ts';

export interface QuestionPlace {
  readonly heading: string | null;
  readonly entries: readonly { readonly question: Question; readonly title: string; readonly row: AnswerRow }[];
  readonly previous: Question | null;
  readonly next: Question | null;
}

/** Only questions that this person may read; in a `separate` round the others are absent. */
export function useQuestionPlace(id: QuestionId): QuestionPlace {
  const { round, questionnaire, questions, titles } = useRound();
  return useMemo(() => {
    const rows = new Map(round.answers.map((row) => [row.question, row]));
    const section = questionnaire.sections.find((it) => it.questions.some((question) => question.id === id));
    const entries = (section?.questions ?? []).flatMap((question) => {
      const row = rows.get(question.id);
      return row === undefined ? [] : [{ question, title: titles.get(question.id) ?? question.text, row }];
    });
    const order = round.answers.map((row) => row.question);
    const at = order.indexOf(id);
    const questionAt = (index: number): Question | null => questions.get(order[index] ?? ('' as QuestionId)) ?? null;
    return { heading: section?.heading ?? null, entries, previous: questionAt(at - 1), next: at < 0 ? null : questionAt(at + 1) };
  }, [round, questionnaire, questions, titles, id]);
}
