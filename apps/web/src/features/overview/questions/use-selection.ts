// Which questions are selected for assigning.
import { useState } from 'react';
import type { AnswerRow, RoundView } from '@chancery/contract';
import type { QuestionId } from '@chancery/domain';
import { mayOnAnswer } from '../../../api/acting.ts';
import type { CurrentRound } from '../../../api/current-round.ts';
import { isFrozenRow } from '../marks.ts';

export interface Selection {
  /** Questions that the reader may assign. */
  readonly assignable: ReadonlySet<QuestionId>;
  readonly selected: ReadonlySet<QuestionId>;
  /** Selects all of them, or none when all of them are selected. */
  readonly toggle: (questions: readonly QuestionId[]) => void;
  readonly clear: () => void;
}

/** A question that somebody else accepts meanwhile drops out by itself. */
export function useSelection({ round, questions }: CurrentRound): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<QuestionId>>(new Set());
  const assignable = new Set(round.answers.filter((row) => isAssignable(row, round, questions)).map((row) => row.question));
  const selected = new Set([...chosen].filter((question) => assignable.has(question)));
  const toggle = (toggled: readonly QuestionId[]) => {
    const isEverySelected = toggled.every((question) => selected.has(question));
    const others = [...selected].filter((question) => !toggled.includes(question));
    setChosen(new Set(isEverySelected ? others : [...others, ...toggled]));
  };
  return { assignable, selected, toggle, clear: () => setChosen(new Set()) };
}

function isAssignable(row: AnswerRow, round: RoundView, questions: CurrentRound['questions']): boolean {
  const question = questions.get(row.question);
  return question !== undefined && !isFrozenRow(row) && mayOnAnswer(round, row, question, 'assign');
}
