// Owns the questions of the round in their sections, and moving among them by keyboard.
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { AnswerRow } from '@chancery/contract';
import type { QuestionId, Section } from '@chancery/domain';
import type { CurrentRound } from '../../api/current-round.ts';
import { buttonClasses } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { roundWords } from '../../words/round.ts';
import { useWords } from '../../words/use-words.ts';
import { type Filters, isFiltered } from './filters.ts';
import { QuestionRow } from './QuestionRow.tsx';
import { SectionHead } from './SectionHead.tsx';

interface QuestionListProps {
  readonly current: CurrentRound;
  readonly rows: readonly AnswerRow[];
  readonly filters: Filters;
  /** Questions that the reader may assign. */
  readonly assignable: ReadonlySet<QuestionId>;
  readonly selected: ReadonlySet<QuestionId>;
  readonly onSelect: (selected: ReadonlySet<QuestionId>) => void;
}

export function QuestionList({ current, rows, filters, assignable, selected, onSelect }: QuestionListProps): ReactElement {
  const { say } = useWords();
  const { round, questionnaire } = current;
  const [active, setActive] = useState<QuestionId | null>(null);
  const isSelecting = assignable.size > 0;
  const shown = new Map(rows.map((row) => [row.question, row]));
  // One row is in the order of the Tab key; the arrows reach the others.
  const inTabOrder = active !== null && shown.has(active) ? active : rows[0]?.question;
  const toggle = (questions: readonly QuestionId[]) => {
    const isEverySelected = questions.every((question) => selected.has(question));
    const rest = [...selected].filter((question) => !questions.includes(question));
    onSelect(new Set(isEverySelected ? rest : [...rest, ...questions]));
  };
  if (rows.length === 0) return <NothingShown current={current} filters={filters} />;
  return (
    <div className="question-list" data-selecting={isSelecting || undefined}>
      <p id="question-keys" className="sr-only">
        {say(isSelecting ? roundWords.keysSelect : roundWords.keys)}
      </p>
      <ColumnHeads />
      {questionnaire.sections.map((section) => {
        const visible = rowsOf(section, shown);
        if (visible.length === 0) return null;
        const choosable = visible.map((row) => row.question).filter((question) => assignable.has(question));
        return (
          <section key={section.id} aria-labelledby={`section-${section.id}`} className="mb-6">
            <SectionHead
              section={section}
              rows={round.answers.filter((row) => section.questions.some((question) => question.id === row.question))}
              selection={
                choosable.length === 0
                  ? null
                  : { isOn: choosable.every((question) => selected.has(question)), onToggle: () => toggle(choosable) }
              }
            />
            <Card>
              <ul aria-labelledby={`section-${section.id}`} aria-describedby="question-keys">
                {visible.map((row) => (
                  <QuestionRow
                    key={row.question}
                    row={row}
                    current={current}
                    isInTabOrder={row.question === inTabOrder}
                    onActive={() => setActive(row.question)}
                    selection={
                      assignable.has(row.question) ? { isOn: selected.has(row.question), onToggle: () => toggle([row.question]) } : null
                    }
                  />
                ))}
              </ul>
            </Card>
          </section>
        );
      })}
    </div>
  );
}

function rowsOf(section: Section, shown: ReadonlyMap<QuestionId, AnswerRow>): readonly AnswerRow[] {
  return section.questions.flatMap((question) => shown.get(question.id) ?? []);
}

/** For the eye alone: each row says in words what its parts are. */
function ColumnHeads(): ReactElement {
  const { say } = useWords();
  return (
    <div aria-hidden="true" className="question-row question-columns text-13 text-ink-soft">
      <span className="question-body">{say(roundWords.columnQuestion)}</span>
      <span className="question-agencies">{say(roundWords.columnAgencies)}</span>
      <span className="question-status">{say(roundWords.columnStatus)}</span>
      <span className="question-due">{say(roundWords.columnDue)}</span>
      <span className="question-faces">{say(roundWords.columnHere)}</span>
    </div>
  );
}

function NothingShown({ current, filters }: { readonly current: CurrentRound; readonly filters: Filters }): ReactElement {
  const { say } = useWords();
  return (
    <Card>
      {isFiltered(filters) ? (
        <EmptyState
          icon="search"
          title={say(roundWords.nothingShown)}
          action={
            <Link to="/rounds/$round" params={{ round: current.round.id }} search={{}} className={buttonClasses()}>
              {say(roundWords.showEverything)}
            </Link>
          }
        >
          {say(roundWords.nothingShownWhy)}
        </EmptyState>
      ) : (
        <EmptyState title={say(roundWords.noAnswers)}>{say(roundWords.noAnswersWhy)}</EmptyState>
      )}
    </Card>
  );
}
