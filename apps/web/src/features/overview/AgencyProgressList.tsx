// The progress of each agency, beside the list or below it. An agency leads to its questions.
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { RoundView } from '@chancery/contract';
import { AgencyChip } from '../../ui/badge/AgencyChip.tsx';
import { StatusBar } from '../../ui/page/ProgressBar.tsx';
import { overviewWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import type { Filters } from './filters.ts';
import { type AgencyProgress, progressByAgency, progressNumbers } from './progress.ts';

interface AgencyProgressListProps {
  readonly round: RoundView;
  readonly filters: Filters;
}

export function AgencyProgressList({ round, filters }: AgencyProgressListProps): ReactElement {
  const { say } = useWords();
  const unassigned = round.answers.filter((row) => row.status === 'unassigned').length;
  return (
    <aside aria-labelledby="agencies-title" className="lg:sticky lg:top-6 lg:self-start">
      <h2 id="agencies-title" className="mb-2 text-17 font-semibold">
        {say(overviewWords.byAgency)}
      </h2>
      <ul className="flex flex-col">
        {progressByAgency(round).map((progress) => (
          <AgencyItem key={progress.agency.id} progress={progress} round={round} filters={filters} />
        ))}
      </ul>
      {unassigned === 0 ? null : (
        <Link
          to="/rounds/$round"
          params={{ round: round.id }}
          search={{ status: 'unassigned' }}
          resetScroll={false}
          className="mt-2 flex min-h-9 items-center rounded-6 text-13 text-ink-soft underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          {say(overviewWords.unassignedQuestions, { count: unassigned })}
        </Link>
      )}
    </aside>
  );
}

function AgencyItem({ progress, round, filters }: { readonly progress: AgencyProgress } & AgencyProgressListProps): ReactElement {
  const { say } = useWords();
  const { agency, counts, questions } = progress;
  const isChosen = filters.agency === agency.id;
  const { agency: _, ...otherFilters } = filters;
  const numbers = progressNumbers(counts, questions);
  return (
    <li>
      <Link
        to="/rounds/$round"
        params={{ round: round.id }}
        search={isChosen ? otherFilters : { ...filters, agency: agency.id }}
        resetScroll={false}
        aria-current={isChosen ? 'true' : undefined}
        title={agency.name}
        className="-mx-2 block rounded-6 px-2 py-2 hover:bg-sunken aria-[current=true]:bg-accent-tint"
      >
        <span className="mb-1.5 flex items-center justify-between gap-3 text-13">
          <AgencyChip agency={agency} className="font-medium" />
          <span className="numbers-aligned shrink-0 text-ink-soft">
            {questions === 0 ? say(overviewWords.leadsNothing) : say(overviewWords.accepted, numbers)}
          </span>
        </span>
        <StatusBar label={say(overviewWords.progress, numbers)} counts={counts} of={questions} />
      </Link>
    </li>
  );
}
