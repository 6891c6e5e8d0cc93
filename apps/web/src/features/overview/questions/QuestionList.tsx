// The questions of the round in their sections, and moving among them by keyboard.
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { AnswerRow } from '@chancery/contract';
import { type QuestionId, readsAnswers, type Section } from '@chancery/domain';
import { actorOf } from '../../../api/acting.ts';
import type { CurrentRound } from '../../../api/current-round.ts';
import { buttonClasses } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { overviewWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { type Filters, isFiltered } from '../filters.ts';
import { QuestionRow } from './QuestionRow.tsx';
import { SectionHead } from './SectionHead.tsx';
import type { Selection } from './use-selection.ts';

interface QuestionListProps {
  readonly current: CurrentRound;
  readonly rows: readonly AnswerRow[];
  readonly filters: Filters;
  readonly selection: Selection;
}

export function QuestionList({ current, rows, filters, selection }: QuestionListProps): ReactElement {
  const { say } = useWords();
  const [active, setActive] = useState<QuestionId | null>(null);
  const isSelecting = selection.assignable.size > 0;
  const shown = new Map(rows.map((row) => [row.question, row]));
  // One row is in the order of the Tab key; the arrows reach the others.
  const inTabOrder = active !== null && shown.has(active) ? active : rows[0]?.question;
  if (rows.length === 0) return <NothingShown current={current} filters={filters} />;
  return (
    <div className="question-list" data-selecting={isSelecting || undefined}>
      <p id="question-keys" className="sr-only">
        {say(isSelecting ? overviewWords.keysSelect : overviewWords.keys)}
      </p>
      <ColumnHeads />
      {current.questionnaire.sections.map((section) => {
        const visible = rowsOf(section, shown);
        if (visible.length === 0) return null;
        return (
          <SectionRows
            key={section.id}
            section={section}
            rows={visible}
            current={current}
            selection={selection}
            inTabOrder={inTabOrder}
            onActive={setActive}
          />
        );
      })}
    </div>
  );
}

interface SectionRowsProps {
  readonly section: Section;
  readonly rows: readonly AnswerRow[];
  readonly current: CurrentRound;
  readonly selection: Selection;
  readonly inTabOrder: QuestionId | undefined;
  readonly onActive: (question: QuestionId) => void;
}

function SectionRows({ section, rows, current, selection, inTabOrder, onActive }: SectionRowsProps): ReactElement {
  const { assignable, selected, toggle } = selection;
  const choosable = rows.map((row) => row.question).filter((question) => assignable.has(question));
  // What the respondent answers with the approval is no part of the agencies' progress, here as in the head.
  const ofSection = current.round.answers.filter((row) =>
    section.questions.some((question) => question.id === row.question && question.answeredBy === 'agencies'),
  );
  const selectionOf = (questions: readonly QuestionId[]) =>
    questions.length === 0 ? null : { isOn: questions.every((question) => selected.has(question)), onToggle: () => toggle(questions) };
  return (
    <section aria-labelledby={`section-${section.id}`} className="mb-6">
      <SectionHead section={section} rows={ofSection} selection={selectionOf(choosable)} />
      <Card>
        <ul aria-labelledby={`section-${section.id}`} aria-describedby="question-keys">
          {rows.map((row) => (
            <QuestionRow
              key={row.question}
              row={row}
              current={current}
              isInTabOrder={row.question === inTabOrder}
              onActive={() => onActive(row.question)}
              selection={selectionOf(assignable.has(row.question) ? [row.question] : [])}
            />
          ))}
        </ul>
      </Card>
    </section>
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
      <span className="question-body">{say(overviewWords.columnQuestion)}</span>
      <span className="question-agencies">{say(overviewWords.columnAgencies)}</span>
      <span className="question-status">{say(overviewWords.columnStatus)}</span>
      <span className="question-due">{say(overviewWords.columnDue)}</span>
      <span className="question-faces">{say(overviewWords.columnHere)}</span>
    </div>
  );
}

function NothingShown({ current, filters }: { readonly current: CurrentRound; readonly filters: Filters }): ReactElement {
  const { say } = useWords();
  const readsSome = readsAnswers(actorOf(current.round.me));
  return (
    <Card>
      {isFiltered(filters) ? (
        <EmptyState
          icon="search"
          title={say(overviewWords.nothingShown)}
          action={
            <Link to="/rounds/$round" params={{ round: current.round.id }} search={{}} className={buttonClasses()}>
              {say(overviewWords.showEverything)}
            </Link>
          }
        >
          {say(overviewWords.nothingShownWhy)}
        </EmptyState>
      ) : (
        <EmptyState title={say(readsSome ? overviewWords.noAnswers : overviewWords.noReader)}>
          {say(readsSome ? overviewWords.noAnswersWhy : overviewWords.noReaderWhy)}
        </EmptyState>
      )}
    </Card>
  );
}
