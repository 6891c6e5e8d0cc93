// One question in the overview: a row on a wide screen, a small block on a narrow one.
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, ReactElement } from 'react';
import type { AnswerRow } from '@chancery/contract';
import type { CurrentRound } from '../../../api/current-round.ts';
import { AvatarGroup } from '../../../ui/badge/Avatar.tsx';
import { Checkbox } from '../../../ui/form/Checkbox.tsx';
import { Mark, StatusBadge } from '../../../ui/badge/StatusBadge.tsx';
import { overviewWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { AssignedAgencies } from './AssignedAgencies.tsx';
import { DueDate } from '../DueDate.tsx';
import { isFrozenRow, marksOf } from '../marks.ts';

export interface RowSelection {
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

interface QuestionRowProps {
  readonly row: AnswerRow;
  readonly current: CurrentRound;
  readonly isInTabOrder: boolean;
  readonly onActive: () => void;
  /** Null where the reader may not select. */
  readonly selection: RowSelection | null;
}

export function QuestionRow({ row, current, isInTabOrder, onActive, selection }: QuestionRowProps): ReactElement | null {
  const { say } = useWords();
  const { round, questions, agencies, titles } = current;
  const question = questions.get(row.question);
  if (question === undefined) return null;
  const tabIndex = isInTabOrder ? 0 : -1;
  const isOfRespondent = question.answeredBy === 'respondent';
  const faces = row.present.map((it) => ({ id: it.person, name: it.name, agency: agencies.get(it.agency) ?? null }));
  // Nobody can do anything about the respondent's questions before the approval.
  const marks = isOfRespondent && row.isReadable ? [] : marksOf(row, round.today);
  return (
    <li className="question-row question-item" data-selected={selection?.isOn || undefined}>
      <span className="question-check">
        {selection === null ? null : (
          <Checkbox
            label={say(overviewWords.select, { number: question.number ?? question.text })}
            isLabelHidden
            tabIndex={tabIndex}
            isChecked={selection.isOn}
            onChange={selection.onToggle}
            onFocus={onActive}
            onKeyDown={(event) => moveAmongRows(event, '.question-check input', null)}
          />
        )}
      </span>
      <span className="question-number numbers-aligned">{question.number}</span>
      <span className="question-body">
        <Link
          to="/rounds/$round/questions/$question"
          params={{ round: round.id, question: row.question }}
          tabIndex={tabIndex}
          onFocus={onActive}
          onKeyDown={(event) => moveAmongRows(event, '.question-link', selection?.onToggle ?? null)}
          title={question.text}
          aria-label={question.text}
          className="question-link"
        >
          {titles.get(question.id)}
        </Link>
        {marks.length === 0 ? null : (
          <span className="question-marks">
            {marks.map((mark) => (
              <Mark key={mark.name} mark={mark} />
            ))}
          </span>
        )}
      </span>
      <span className="question-facts">
        <span className="question-agencies">
          {isOfRespondent ? say(overviewWords.byRespondent) : <AssignedAgencies row={row} agencies={agencies} />}
        </span>
        <span className="question-status">
          <StatusBadge answer={row} />
        </span>
        <span className="question-due">
          {isOfRespondent ? (
            <span className="text-ink-soft">{say(overviewWords.withApproval)}</span>
          ) : (
            <DueDate dueDay={row.assignment?.dueDay ?? null} today={round.today} isFrozen={isFrozenRow(row)} isStacked />
          )}
        </span>
      </span>
      <span className="question-faces">
        <AvatarGroup faces={faces} max={2} />
      </span>
    </li>
  );
}

/** From a row to another one: from link to link, and from tick to tick. `select` is null where a space selects nothing, or does by itself. */
function moveAmongRows(
  event: KeyboardEvent<HTMLElement>,
  stops: '.question-link' | '.question-check input',
  select: (() => void) | null,
): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === ' ' && select !== null) {
    event.preventDefault();
    select();
    return;
  }
  const rows = [...(event.currentTarget.closest('.question-list')?.querySelectorAll<HTMLElement>(stops) ?? [])];
  const at = rows.indexOf(event.currentTarget);
  const targets: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  rows[target]?.focus();
}
