// Owns the page of one question.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { answerQuery } from '../../api/queries.ts';
import { ErrorState } from '../../ui/EmptyState.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SkeletonPage } from '../../ui/Skeleton.tsx';

const route = getRouteApi('/signed-in/rounds/$round/questions/$question');

export function AnswerScreen(): ReactElement {
  const { question } = route.useParams();
  const { round } = useRound();
  const answer = useQuery(answerQuery(round.id, question));
  if (answer.data !== undefined) return <PageHead title={answer.data.definition.text} detail={round.title} />;
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  return <SkeletonPage />;
}
