// The way around the form: its sections and the numbers of their questions, each with its status. Beside the sheet, or folded above it.
import type { AnswerRow } from '@chancery/contract';
import type { Question, QuestionId, Questionnaire, Section } from '@chancery/domain';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { stageIcon, useStageWords } from '../../ui/badge/StatusBadge.tsx';
import { questionnaireWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { questionAnchor, sectionAnchor } from './PrintedQuestion.tsx';

interface JumpListProps {
  readonly questionnaire: Questionnaire;
  readonly rows: ReadonlyMap<QuestionId, AnswerRow>;
}

export function JumpList({ questionnaire, rows }: JumpListProps): ReactElement {
  const { say } = useWords();
  const sections = questionnaire.sections.map((section) => <JumpSection key={section.id} section={section} rows={rows} />);
  return (
    <nav aria-label={say(questionnaireWords.jump)} className="print:hidden">
      <details className="group rounded-6 bg-surface ring-1 ring-line lg:hidden">
        <summary className="flex min-h-11 list-none items-center justify-between gap-2 px-4 font-medium [&::-webkit-details-marker]:hidden">
          {say(questionnaireWords.jump)}
          <Icon name="chevron-down" className="transition-transform duration-100 group-open:rotate-180" />
        </summary>
        <ul className="flex flex-col gap-4 border-t border-line p-4">{sections}</ul>
      </details>
      <ul className="sticky top-0 hidden max-h-dvh flex-col gap-4 overflow-y-auto py-4 ps-1 pe-3 lg:flex">{sections}</ul>
    </nav>
  );
}

function JumpSection({ section, rows }: { readonly section: Section; readonly rows: JumpListProps['rows'] }): ReactElement {
  const { say } = useWords();
  return (
    <li className="flex flex-col gap-1.5">
      <a href={`#${sectionAnchor(section)}`} className="text-13 font-medium text-ink hover:text-accent hover:underline">
        {section.heading ?? say(questionnaireWords.front)}
      </a>
      <ul className="flex flex-wrap gap-1">
        {section.questions.map((question) => (
          <li key={question.id} className="max-w-full">
            <JumpLink question={question} row={rows.get(question.id)} />
          </li>
        ))}
      </ul>
    </li>
  );
}

const colours: Record<AnswerRow['stage'], string> = {
  unassigned: 'text-unassigned',
  drafting: 'text-drafting',
  empty: 'text-drafting',
  'being-written': 'text-drafting',
  'ready-to-clear': 'text-drafting',
  'partly-cleared': 'text-cleared',
  cleared: 'text-cleared',
  accepted: 'text-accepted',
  sealed: 'text-ink',
};

function JumpLink({ question, row }: { readonly question: Question; readonly row: AnswerRow | undefined }): ReactElement {
  const { say } = useWords();
  const stageInWords = useStageWords();
  const status = row === undefined ? say(questionnaireWords.closedToYou) : stageInWords(row);
  const label =
    question.number === null
      ? say(questionnaireWords.jumpUnnumbered, { text: question.text, status })
      : say(questionnaireWords.jumpQuestion, { number: question.number, status });
  return (
    <a
      href={`#${questionAnchor(question.id)}`}
      aria-label={label}
      title={label}
      className="numbers-aligned inline-flex h-7 max-w-full min-w-11 items-center justify-center gap-1 rounded-6 bg-surface px-1.5 text-13 ring-1 ring-line hover:bg-sunken max-lg:h-9 max-lg:min-w-13"
    >
      <span className="truncate">{question.number ?? question.text}</span>
      {row === undefined ? null : <Icon name={stageIcon(row.stage)} size={12} className={colours[row.stage]} />}
    </a>
  );
}
