// The list of what must be done before the approval, with the way to each.
import type { Question } from '@chancery/domain';
import { Link } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { checklistWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import type { StatementState } from './obstacle.ts';

/** Anchors of the page's parts. */
export const approvalAnchors = {
  answers: 'answers',
  standing: 'standing',
  statements: 'statements',
  signature: 'signature',
  changes: 'changes',
} as const;

/** The anchor of a statement on the page of the approval. */
export function statementAnchor(question: Question): string {
  return `statement-${question.id}`;
}

interface ApprovalChecklistProps {
  readonly unfinished: readonly Question[];
  /** Questions of agencies in the round. */
  readonly questionCount: number;
  readonly changed: number;
  readonly statements: readonly { readonly question: Question; readonly state: StatementState }[];
  readonly isIdentityProven: boolean;
}

export function ApprovalChecklist(list: ApprovalChecklistProps): ReactElement {
  const { say } = useWords();
  const headingId = useId();
  const { unfinished, questionCount, changed, statements, isIdentityProven } = list;
  const given = statements.filter((it) => it.state === 'given').length;
  const done = Number(unfinished.length === 0) + given + Number(isIdentityProven);
  const of = statements.length + 2;
  return (
    <section aria-labelledby={headingId} className="rounded-6 bg-surface px-4 py-4 ring-1 ring-line sm:px-5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={headingId} className="text-15 font-semibold">
          {say(checklistWords.title)}
        </h2>
        <span className="numbers-aligned text-13 text-ink-soft">{say(checklistWords.progress, { done, of })}</span>
      </div>
      <ul className="mt-2 flex flex-col">
        <Item isDone={unfinished.length === 0} title={answersTitle(say, unfinished.length, questionCount)} to={approvalAnchors.answers}>
          {unfinished.length === 0 ? null : <UnfinishedLinks questions={unfinished} />}
        </Item>
        {changed === 0 ? null : (
          <Item isDone={false} title={say(checklistWords.changed, { count: changed })} to={approvalAnchors.changes} />
        )}
        {statements.map(({ question, state }) => (
          <Item
            key={question.id}
            isDone={state === 'given'}
            title={say(checklistWords.statement, { statement: question.text })}
            to={statementAnchor(question)}
          >
            {sayState(say, state)}
          </Item>
        ))}
        <Item isDone={isIdentityProven} title={say(checklistWords.identity)} to={approvalAnchors.signature}>
          {say(isIdentityProven ? checklistWords.identityDone : checklistWords.identityOpen)}
        </Item>
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly isDone: boolean;
  readonly title: string;
  readonly to: string;
  readonly children?: ReactNode;
}

function Item({ isDone, title, to, children }: ItemProps): ReactElement {
  const { say } = useWords();
  return (
    <li className="flex items-start gap-2.5 border-b border-line py-2.5 last:border-0 last:pb-0">
      <Icon name={isDone ? 'check-circle' : 'empty-circle'} size={18} className={isDone ? 'mt-px text-accepted' : 'mt-px text-ink-faint'} />
      <div className="min-w-0 text-15">
        <span className="sr-only">{say(isDone ? checklistWords.done : checklistWords.open)}: </span>
        <a href={`#${to}`} className="touch-target underline-offset-2 hover:text-accent hover:underline">
          {title}
        </a>
        {children === undefined || children === null ? null : <div className="mt-0.5 text-13 text-ink-soft">{children}</div>}
      </div>
    </li>
  );
}

const maxLinks = 12;

/** The questions by number, each a link; many of them fold. */
export function UnfinishedLinks({ questions }: { readonly questions: readonly Question[] }): ReactElement {
  const { say } = useWords();
  const links = (
    <ul className="flex flex-wrap gap-1.5 pt-1.5">
      {questions.map((question) => (
        <li key={question.id} className="max-w-full">
          <QuestionLink question={question} />
        </li>
      ))}
    </ul>
  );
  if (questions.length <= maxLinks) return links;
  return (
    <details>
      <summary className="min-h-6 text-accent">{say(checklistWords.showUnfinished)}</summary>
      {links}
    </details>
  );
}

function QuestionLink({ question }: { readonly question: Question }): ReactElement {
  const { round } = useRound();
  return (
    <Link
      to="/rounds/$round/questions/$question"
      params={{ round: round.id, question: question.id }}
      title={question.text}
      aria-label={question.number === null ? undefined : `${question.number}. ${question.text}`}
      className="numbers-aligned touch-target inline-flex h-7 max-w-full min-w-9 items-center justify-center rounded-6 bg-surface px-2 text-13 font-medium text-accent inset-ring inset-ring-line hover:bg-accent-tint"
    >
      <span className="truncate">{question.number ?? question.text}</span>
    </Link>
  );
}

type Say = ReturnType<typeof useWords>['say'];

function answersTitle(say: Say, unfinished: number, count: number): string {
  return unfinished === 0 ? say(checklistWords.answersDone, { count }) : say(checklistWords.answersOpen, { count: unfinished });
}

function sayState(say: Say, state: StatementState): string {
  const words: Record<StatementState, keyof typeof checklistWords> = {
    loading: 'statementEmpty',
    empty: 'statementEmpty',
    unconfirmed: 'statementUnconfirmed',
    saving: 'statementSaving',
    given: 'statementGiven',
  };
  return say(checklistWords[words[state]]);
}
