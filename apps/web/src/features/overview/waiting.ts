// What waits for the reader: which answers need the reader, the most urgent first.
import type { AnswerRow } from '@chancery/contract';
import type { NextStep } from '@chancery/domain';

export interface WaitingAnswer {
  readonly row: AnswerRow;
  readonly step: NextStep;
}

/** What was taken back first; then by due date, then by the urgency of the step, then as printed. */
export function waitingFor(rows: readonly AnswerRow[]): readonly WaitingAnswer[] {
  const waiting = rows.flatMap((row) => (row.mine === null ? [] : [{ row, step: row.mine }]));
  return waiting.toSorted(
    (a, b) => takenBackOrder(a) - takenBackOrder(b) || dueOrder(a.row) - dueOrder(b.row) || stepOrder(a.step) - stepOrder(b.step),
  );
}

const stepsByUrgency: readonly NextStep[] = ['revise', 'answer-query', 'assign', 'clear', 'accept', 'confirm-choices', 'draft'];

function stepOrder(step: NextStep): number {
  return stepsByUrgency.indexOf(step);
}

function takenBackOrder({ step }: WaitingAnswer): number {
  return step === 'revise' ? 0 : 1;
}

function dueOrder(row: AnswerRow): number {
  if (row.assignment === null) return 0; // nobody can begin before it is assigned
  return row.assignment.dueDay === null ? Number.MAX_SAFE_INTEGER : Date.parse(row.assignment.dueDay);
}
