// Owns the overview of a round: what waits for the reader, every question, and how far each agency is.
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import type { QuestionId } from '@chancery/domain';
import { mayOnAnswer } from '../../api/acting.ts';
import { useRound } from '../../api/current-round.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AgencyProgressList } from './AgencyProgressList.tsx';
import { FilterBar } from './FilterBar.tsx';
import { filterRows, readFilters } from './filters.ts';
import { isFrozenRow } from './marks.ts';
import './overview.css';
import { OverviewHead } from './OverviewHead.tsx';
import { QuestionList } from './QuestionList.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { WaitingList } from './WaitingList.tsx';

const AssignDialog = lazy(() => import('../assignment/index.ts').then((feature) => ({ default: feature.AssignDialog })));
const route = getRouteApi('/signed-in/rounds/$round/');

export function OverviewScreen(): ReactElement {
  const current = useRound();
  const { round, questions } = current;
  // The router leaves in the search what no route has asked for.
  const filters = readFilters(route.useSearch());
  const [selected, setSelected] = useState<ReadonlySet<QuestionId>>(new Set());
  const [assigning, setAssigning] = useState<readonly QuestionId[] | null>(null);
  usePageTitle(round.title);
  const rows = filterRows(round.answers, filters, round.me.agency);
  const assignable = new Set(round.answers.filter((row) => isAssignable(row.question)).map((row) => row.question));
  // A question that somebody accepted meanwhile drops out of the selection.
  const selection = round.answers.filter((row) => selected.has(row.question) && assignable.has(row.question));
  function isAssignable(id: QuestionId): boolean {
    const row = round.answers.find((it) => it.question === id);
    const question = questions.get(id);
    return row !== undefined && question !== undefined && !isFrozenRow(row) && mayOnAnswer(round, row, question, 'assign');
  }
  return (
    <div className="mx-auto max-w-[88rem] px-4 pb-24 sm:px-6">
      <OverviewHead current={current} />
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_16rem] xl:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <WaitingList current={current} onAssign={(question) => setAssigning([question])} />
          <section aria-labelledby="questions-title">
            <FilterBar round={round} filters={filters} shown={rows.length} />
            <QuestionList
              current={current}
              rows={rows}
              filters={filters}
              assignable={assignable}
              selected={selected}
              onSelect={setSelected}
            />
          </section>
        </div>
        <AgencyProgressList round={round} filters={filters} />
      </div>
      <SelectionBar
        count={selection.length}
        onAssign={() => setAssigning(selection.map((row) => row.question))}
        onClear={() => setSelected(new Set())}
      />
      {assigning === null ? null : (
        <Suspense>
          <AssignDialog
            current={current}
            questions={assigning}
            onClose={() => setAssigning(null)}
            onDone={() => {
              setAssigning(null);
              setSelected(new Set());
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
