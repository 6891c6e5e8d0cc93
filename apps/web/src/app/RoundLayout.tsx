// What every page of a round shares: the round itself, its questionnaire, and the stream that keeps both fresh.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { type ReactElement, useMemo } from 'react';
import type { RoundView } from '@chancery/contract';
import { CurrentRoundContext, currentRoundOf } from '../api/current-round.ts';
import { useIsOnline } from '../api/online.ts';
import { questionnaireQuery, roundQuery } from '../api/queries.ts';
import { useRoundEvents } from '../api/round-events.ts';
import { Banner } from '../ui/page/Banner.tsx';
import { ErrorState } from '../ui/page/EmptyState.tsx';
import { SkeletonPage } from '../ui/page/Skeleton.tsx';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';

const route = getRouteApi('/signed-in/rounds/$round');

export function RoundLayout(): ReactElement {
  const params = route.useParams();
  const overview = useQuery(roundQuery(params.round));
  if (overview.data !== undefined) return <LoadedRound round={overview.data} />;
  if (overview.error !== null) return <ErrorState isPage error={overview.error} onRetry={() => void overview.refetch()} />;
  return <PagePending />;
}

function LoadedRound({ round }: { readonly round: RoundView }): ReactElement {
  const { data: questionnaire, error, refetch } = useQuery(questionnaireQuery(round.questionnaire));
  const events = useRoundEvents(round.id);
  const current = useMemo(
    () => (questionnaire === undefined ? null : currentRoundOf(round, questionnaire, events)),
    [round, questionnaire, events],
  );
  if (current !== null) {
    return (
      <CurrentRoundContext value={current}>
        <ConnectionBanner isInterrupted={events === 'interrupted'} />
        <Outlet />
      </CurrentRoundContext>
    );
  }
  if (error !== null) return <ErrorState isPage error={error} onRetry={() => void refetch()} />;
  return <PagePending />;
}

function ConnectionBanner({ isInterrupted }: { readonly isInterrupted: boolean }): ReactElement | null {
  const { say } = useWords();
  const isOnline = useIsOnline();
  if (isOnline && !isInterrupted) return null;
  return (
    <div className="appear-late mx-auto max-w-[88rem] px-4 pt-3 sm:px-6">
      <Banner tone="warning" icon="no-connection">
        {say(isOnline ? shellWords.interrupted : shellWords.offline)}
      </Banner>
    </div>
  );
}

export function PagePending(): ReactElement {
  return (
    <div className="mx-auto max-w-[88rem] px-4 sm:px-6">
      <SkeletonPage />
    </div>
  );
}
