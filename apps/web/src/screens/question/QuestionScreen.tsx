// The page of one question: finds its answer, and starts afresh for each question.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { failureCode } from '../../api/failure.ts';
import { answerQuery } from '../../api/queries.ts';
import { ErrorState } from '../../ui/page/EmptyState.tsx';
import { SkeletonPage } from '../../ui/page/Skeleton.tsx';
import { AnswerPage } from './AnswerPage.tsx';
import { UnreadablePage } from './UnreadablePage.tsx';

const route = getRouteApi('/signed-in/rounds/$round/questions/$question');

export function AnswerScreen(): ReactElement {
  const { question } = route.useParams();
  const { round, questions } = useRound();
  const answer = useQuery(answerQuery(round.id, question));
  const definition = questions.get(question);
  const retry = () => void answer.refetch();
  // Also when it was read before: nothing of it can be decided on.
  if (definition !== undefined && failureCode(answer.error) === 'answer-unreadable') {
    return <UnreadablePage question={definition} onRetry={retry} />;
  }
  if (answer.data !== undefined) return <AnswerPage key={question} answer={answer.data} />;
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={retry} />;
  return (
    <div className="mx-auto max-w-3xl px-4">
      <SkeletonPage />
    </div>
  );
}
