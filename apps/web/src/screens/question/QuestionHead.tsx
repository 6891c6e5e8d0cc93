// The head of a question: where it stands in the form, its text and note as printed, and the way to its neighbours.
import { Link } from '@tanstack/react-router';
import type { Question, RoundId } from '@chancery/domain';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { questionWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

export interface QuestionHeadProps {
  readonly round: RoundId;
  readonly question: Question;
  readonly sectionHeading: string | null;
  readonly textId: string;
  readonly previous: Question | null;
  readonly next: Question | null;
  /** Who is here, and what opens the threads on a narrow screen. */
  readonly aside: ReactNode;
}

export function QuestionHead({ round, question, sectionHeading, textId, previous, next, aside }: QuestionHeadProps): ReactElement {
  const { say } = useWords();
  return (
    <header className="pt-6 pb-5">
      <div className="flex items-center justify-between gap-3 text-13 text-ink-soft">
        <p className="min-w-0 truncate">
          {question.number === null ? null : (
            <strong className="font-semibold text-ink">{say(questionWords.heading, { number: question.number })}</strong>
          )}
          {question.number === null || sectionHeading === null ? null : <span aria-hidden="true"> · </span>}
          {sectionHeading}
        </p>
        <div className="flex shrink-0 items-center gap-1 print:hidden">
          {aside}
          <Neighbour round={round} question={previous} label={say(questionWords.previous)} isBefore />
          <Neighbour round={round} question={next} label={say(questionWords.next)} />
        </div>
      </div>
      {question.subheading === null ? null : <p className="mt-3 text-15 font-semibold text-ink-soft">{question.subheading}</p>}
      <h1 id={textId} className="mt-2 max-w-[60ch] text-21 leading-snug font-semibold tracking-[-0.005em] text-pretty">
        {question.text}
      </h1>
      {question.note === null ? null : <p className="mt-2 max-w-[72ch] text-15 whitespace-pre-line text-ink-soft">{question.note}</p>}
      <p className="mt-2 text-13 text-ink-soft">{say(question.isRequired ? questionWords.required : questionWords.optional)}</p>
    </header>
  );
}

interface NeighbourProps {
  readonly round: RoundId;
  readonly question: Question | null;
  readonly label: string;
  readonly isBefore?: boolean;
}

function Neighbour({ round, question, label, isBefore = false }: NeighbourProps): ReactElement {
  const look = 'touch-target inline-flex size-8 items-center justify-center rounded-6';
  const icon = <Icon name="chevron-end" className={isBefore ? 'rotate-180' : ''} />;
  if (question === null) return <span className={`${look} opacity-30`}>{icon}</span>;
  return (
    <Link
      to="/rounds/$round/questions/$question"
      params={{ round, question: question.id }}
      aria-label={label}
      title={label}
      className={`${look} hover:bg-sunken hover:text-ink`}
    >
      {icon}
    </Link>
  );
}
