// The filters above the list of questions. They live in the address.
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { RoundView } from '@chancery/contract';
import { stages } from '@chancery/domain';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { stageIcon } from '../../ui/badge/StatusBadge.tsx';
import { overviewWords } from './words.ts';
import { stageInLists, stageWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import type { Filters } from './filters.ts';
import { countStages } from './progress.ts';

interface FilterBarProps {
  readonly round: RoundView;
  readonly filters: Filters;
  readonly shown: number;
}

export function FilterBar({ round, filters, shown }: FilterBarProps): ReactElement {
  const { say } = useWords();
  const navigate = useNavigate();
  const change = (next: Filters) =>
    void navigate({ to: '/rounds/$round', params: { round: round.id }, search: next, replace: true, resetScroll: false });
  const counts = countStages(round.answers);
  const { status, mine, ...others } = filters;
  const { agency, ...withoutAgency } = filters;
  return (
    <div className="mb-3 flex flex-col gap-3">
      <h2 id="questions-title" tabIndex={-1} className="scroll-mt-4 text-17 font-semibold">
        {say(overviewWords.questions)}
        <span aria-live="polite" className="sr-only">
          {say(overviewWords.shown, { count: shown })}
        </span>
      </h2>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2 print:hidden">
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{say(overviewWords.statusFilter)}</legend>
          <FilterToggle isOn={status === undefined} onPress={() => change({ ...others, ...(mine ? { mine } : {}) })}>
            {say(overviewWords.everyStatus)} <Count of={round.answers.length} />
          </FilterToggle>
          {stages
            .filter((it) => counts[it] > 0 || it === status)
            .map((it) => (
              <FilterToggle
                key={it}
                isOn={status === it}
                onPress={() => change({ ...others, ...(mine ? { mine } : {}), ...(status === it ? {} : { status: it }) })}
              >
                <Icon name={stageIcon(it)} size={14} />
                {say(it === 'partly-cleared' ? stageInLists[it] : stageWords[it])} <Count of={counts[it]} />
              </FilterToggle>
            ))}
        </fieldset>
        <div className="ms-auto flex items-center gap-2">
          {round.me.agency === null ? null : (
            <FilterToggle
              isOn={mine === true}
              title={say(overviewWords.mineFilterWhy)}
              onPress={() => change({ ...others, ...(status ? { status } : {}), ...(mine ? {} : { mine: true }) })}
            >
              <Icon name="person" size={14} />
              {say(overviewWords.mineFilter)}
            </FilterToggle>
          )}
          <Select
            label={say(overviewWords.agencyFilter)}
            isLabelHidden
            isSmall
            className="w-36"
            value={agency ?? ''}
            options={[
              { value: '', label: say(overviewWords.everyAgency) },
              ...round.agencies.map((it) => ({ value: it.id, label: it.shortName })),
            ]}
            onChange={(value) => change(value === '' ? withoutAgency : { ...withoutAgency, agency: value })}
          />
        </div>
      </div>
    </div>
  );
}

interface FilterToggleProps {
  readonly isOn: boolean;
  readonly title?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function FilterToggle({ isOn, title, onPress, children }: FilterToggleProps): ReactElement {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title={title}
      onClick={onPress}
      className={classNames(
        'touch-target inline-flex min-h-8 items-center gap-1.5 rounded-6 px-2.5 text-13 font-medium whitespace-nowrap transition-colors duration-100',
        isOn
          ? 'bg-accent-tint text-accent inset-ring inset-ring-accent'
          : 'text-ink-soft inset-ring inset-ring-line hover:bg-sunken hover:text-ink',
      )}
    >
      {children}
    </button>
  );
}

function Count({ of }: { readonly of: number }): ReactElement {
  return <span className="numbers-aligned font-normal">{of}</span>;
}
