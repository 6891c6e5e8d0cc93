// The page "Record" of a round: the timeline of decisions, and how to check them without us.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { mayInRound } from '../api/acting.ts';
import { useRound } from '../api/current-round.ts';
import { recordQuery } from '../api/queries.ts';
import { EmptyState, ErrorState } from '../ui/page/EmptyState.tsx';
import { PageHead } from '../ui/page/PageHead.tsx';
import { SkeletonRows } from '../ui/page/Skeleton.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { recordWords } from '../features/record/words.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';
import { CheckPanel } from '../features/record/check/CheckPanel.tsx';
import { Timeline } from '../features/record/timeline/Timeline.tsx';

export function RecordScreen(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  usePageTitle(say(shellWords.record));
  return (
    <>
      <PageHead title={say(shellWords.record)} detail={say(recordWords.detail)} />
      {mayInRound(round, 'read-record') ? (
        <OpenRecord />
      ) : (
        <EmptyState icon="lock" title={say(recordWords.notYours)}>
          {say(recordWords.notYoursWhy)}
        </EmptyState>
      )}
    </>
  );
}

function OpenRecord(): ReactElement {
  const { round } = useRound();
  return (
    <div className="print:block mx-auto grid max-w-[88rem] items-start gap-x-10 gap-y-6 px-4 pb-16 sm:px-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="lg:sticky lg:top-4 lg:col-start-2 lg:row-start-1 print:hidden">
        <CheckPanel />
      </div>
      <div className="min-w-0 lg:col-start-1 lg:row-start-1">
        <Entries key={round.id} />
      </div>
    </div>
  );
}

function Entries(): ReactElement {
  const { round } = useRound();
  const { data, error, refetch } = useQuery(recordQuery(round.id));
  // What was read before a failure stays readable.
  if (data !== undefined) return <Timeline entries={data.entries} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <SkeletonRows rows={8} />;
}
