// The choice of who contributes, and which of them must clear.
import type { ReactElement } from 'react';
import type { RoundView } from '@chancery/contract';
import type { AgencyId } from '@chancery/domain';
import { AgencyChip } from '../../ui/badge/AgencyChip.tsx';
import { Checkbox } from '../../ui/form/Checkbox.tsx';
import { assignmentWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import type { Contribution } from './assignment-draft.ts';

interface ContributorFieldsProps {
  readonly agencies: RoundView['agencies'];
  readonly contributions: ReadonlyMap<AgencyId, Contribution>;
  readonly onChange: (contributions: ReadonlyMap<AgencyId, Contribution>) => void;
}

export function ContributorFields({ agencies, contributions, onChange }: ContributorFieldsProps): ReactElement {
  const { say } = useWords();
  const change = (agency: AgencyId, contribution: Contribution) => onChange(new Map([...contributions, [agency, contribution]]));
  return (
    <fieldset>
      <legend className="text-15 font-medium">{say(assignmentWords.contributors)}</legend>
      <p className="mb-2 text-13 text-ink-soft">{say(assignmentWords.contributorsHint)}</p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {agencies.map((agency) => {
          const contribution = contributions.get(agency.id) ?? 'none';
          return (
            <li key={agency.id} className="flex min-h-10 items-center justify-between gap-4 border-t border-line py-1.5">
              <Checkbox
                label={<AgencyChip agency={agency} />}
                isChecked={contribution !== 'none'}
                onChange={(isChecked) => change(agency.id, isChecked ? 'contributes' : 'none')}
              />
              {contribution === 'none' ? null : (
                <Checkbox
                  className="text-13!"
                  label={
                    <>
                      <span aria-hidden="true">{say(assignmentWords.mustClear)}</span>
                      <span className="sr-only">{say(assignmentWords.agencyMustClear, { agency: agency.shortName })}</span>
                    </>
                  }
                  isChecked={contribution === 'must-clear'}
                  onChange={(isChecked) => change(agency.id, isChecked ? 'must-clear' : 'contributes')}
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
