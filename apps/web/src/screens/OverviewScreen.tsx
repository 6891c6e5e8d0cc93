// The overview of a round: what waits for the reader, every question, and how far each agency is.
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, Suspense, useState } from 'react';
import type { QuestionId } from '@chancery/domain';
import { useRound } from '../api/current-round.ts';
import { Failure } from '../api/failure.ts';
import { useToasts } from '../ui/overlay/Toasts.tsx';
import { onDemand } from '../ui/page/on-demand.ts';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { AgencyProgressList } from '../features/overview/AgencyProgressList.tsx';
import { FilterBar } from '../features/overview/FilterBar.tsx';
import { filterRows, readFilters } from '../features/overview/filters.ts';
import '../features/overview/overview.css';
import { OverviewHead } from '../features/overview/OverviewHead.tsx';
import { QuestionList } from '../features/overview/questions/QuestionList.tsx';
import { SelectionBar } from '../features/overview/questions/SelectionBar.tsx';
import { useSelection } from '../features/overview/questions/use-selection.ts';
import { WaitingList } from '../features/overview/WaitingList.tsx';

const AssignDialog = onDemand(() => import('../features/assignment/AssignDialog.tsx').then((feature) => feature.AssignDialog));
const route = getRouteApi('/signed-in/rounds/$round/');

export function OverviewScreen(): ReactElement {
  const current = useRound();
  const { round } = current;
  // The router leaves in the search what no route has asked for.
  const filters = readFilters(route.useSearch());
  const selection = useSelection(current);
  const [assigning, setAssigning] = useState<readonly QuestionId[] | null>(null);
  usePageTitle(round.title);
  const rows = filterRows(round.answers, filters, round.me.agency);
  const { tellFailure } = useToasts();
  const assign = async (chosen: readonly QuestionId[]) => {
    if (await AssignDialog.isThere()) setAssigning(chosen);
    else tellFailure(new Failure('unreachable', null));
  };
  const endAssigning = () => setAssigning(null);
  const finishAssigning = () => {
    endAssigning();
    selection.clear();
  };
  return (
    <div className="mx-auto max-w-[88rem] px-4 pb-24 sm:px-6">
      <OverviewHead current={current} />
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_16rem] xl:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <WaitingList current={current} onAssign={(question) => void assign([question])} />
          <section aria-labelledby="questions-title">
            <FilterBar round={round} filters={filters} shown={rows.length} />
            <QuestionList current={current} rows={rows} filters={filters} selection={selection} />
          </section>
        </div>
        <AgencyProgressList round={round} filters={filters} />
      </div>
      <SelectionBar count={selection.selected.size} onAssign={() => void assign([...selection.selected])} onClear={selection.clear} />
      <Suspense>
        {assigning === null ? null : (
          <AssignDialog current={current} questions={assigning} onClose={endAssigning} onDone={finishAssigning} />
        )}
      </Suspense>
    </div>
  );
}
