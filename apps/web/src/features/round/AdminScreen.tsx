// Owns the administrator's page: rounds, and opening a new one.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { roundsQuery } from '../../api/queries.ts';
import { ErrorState } from '../../ui/EmptyState.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SkeletonPage } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

export function AdminScreen(): ReactElement {
  const { say } = useWords();
  const rounds = useQuery(roundsQuery);
  usePageTitle(say(shellWords.administration));
  if (rounds.error !== null) return <ErrorState error={rounds.error} onRetry={() => void rounds.refetch()} />;
  if (rounds.data === undefined) return <SkeletonPage />;
  return <PageHead title={say(shellWords.administration)} detail={rounds.data.rounds.map((round) => round.title).join(' · ')} />;
}
