// The list of the rounds that the reader takes part in.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ResponseOf } from '@chancery/contract';
import { roundsQuery, signInQuery } from '../api/queries.ts';
import { buttonClasses } from '../ui/Button.tsx';
import { Card } from '../ui/page/Card.tsx';
import { EmptyState, ErrorState } from '../ui/page/EmptyState.tsx';
import { PageHead } from '../ui/page/PageHead.tsx';
import { ProgressBar } from '../ui/page/ProgressBar.tsx';
import { SkeletonRows } from '../ui/page/Skeleton.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { roundWords } from '../features/round/words.ts';
import { shellWords } from '../words/shell.ts';
import { phaseWords, roleWords } from '../words/statuses.ts';
import { useWords } from '../words/use-words.ts';

type RoundSummary = ResponseOf<'listRounds'>['rounds'][number];

export function RoundsScreen(): ReactElement {
  const { say } = useWords();
  const { data: signIn } = useQuery(signInQuery);
  usePageTitle(say(shellWords.myRounds));
  return (
    <>
      <PageHead
        title={say(shellWords.myRounds)}
        actions={
          signIn?.person?.isAdministrator ? (
            <Link to="/admin" className={buttonClasses('secondary')}>
              {say(roundWords.open)}
            </Link>
          ) : undefined
        }
      />
      <div className="mx-auto max-w-[88rem] px-4 pb-16 sm:px-6">
        <RoundList />
      </div>
    </>
  );
}

function RoundList(): ReactElement {
  const { say } = useWords();
  const { data, error, refetch } = useQuery(roundsQuery);
  if (data !== undefined && data.rounds.length > 0) {
    return (
      <ul className="grid gap-4 lg:grid-cols-2">
        {data.rounds.map((round) => (
          <li key={round.id}>
            <RoundCard round={round} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <Card>
      {data !== undefined ? <EmptyState title={say(roundWords.noRounds)}>{say(roundWords.noRoundsWhy)}</EmptyState> : null}
      {data === undefined && error !== null ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <SkeletonRows rows={3} /> : null}
    </Card>
  );
}

function RoundCard({ round }: { readonly round: RoundSummary }): ReactElement {
  const { say, due } = useWords();
  const { questions, accepted } = round.progress;
  const date = round.dueDay === null ? null : due(round.dueDay, round.today);
  const roles = round.roles.map((role) => say(roleWords[role])).join(', ');
  const named = round.named.map((role) => say(roleWords[role])).join(', ');
  const progress = say(roundWords.progress, { accepted, questions });
  return (
    <Card className="relative flex h-full flex-col gap-4 p-5 transition-shadow duration-100 hover:ring-line-strong">
      <div>
        <p className="text-13 text-ink-soft">
          {round.country} · {say(phaseWords[round.phase])}
        </p>
        <h2 className="mt-1 text-17 leading-[1.3] font-semibold">
          <Link to="/rounds/$round" params={{ round: round.id }} className="after:absolute after:inset-0 after:rounded-6">
            {round.title}
          </Link>
        </h2>
        {round.agency === null ? null : (
          <p className="mt-1 text-15 text-ink-soft">
            {say(roles === '' ? roundWords.asNamed : roundWords.asRole, { agency: round.agency.name, roles: roles === '' ? named : roles })}
          </p>
        )}
      </div>
      <div className="mt-auto">
        <div className="mb-1.5 flex flex-wrap justify-between gap-x-4 text-13 text-ink-soft">
          <span className="numbers-aligned">{progress}</span>
          <span>{date === null ? say(roundWords.noDue) : say(roundWords.due, { day: date.day, distance: date.distance })}</span>
        </div>
        <ProgressBar label={progress} value={accepted} of={questions} />
      </div>
    </Card>
  );
}
