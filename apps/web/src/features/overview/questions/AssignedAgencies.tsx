// Who answers a question: the leading agency, below it those that contribute, and who of them has cleared.
import type { ReactElement } from 'react';
import type { AnswerRow } from '@chancery/contract';
import type { AgencyId } from '@chancery/domain';
import type { CurrentRound } from '../../../api/current-round.ts';
import { AgencyChip } from '../../../ui/badge/AgencyChip.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { overviewWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';

interface AssignedAgenciesProps {
  readonly row: AnswerRow;
  readonly agencies: CurrentRound['agencies'];
}

/** More than these are counted; their names are there for who asks. */
const maxContributors = 2;

export function AssignedAgencies({ row, agencies }: AssignedAgenciesProps): ReactElement {
  const { say } = useWords();
  const { assignment } = row;
  const leading = assignment === null ? undefined : agencies.get(assignment.leadingAgency);
  if (assignment === null || leading === undefined) return <span className="text-ink-faint">{say(overviewWords.nobodyLeads)}</span>;
  const contributors = assignment.contributors.flatMap((it) => agencies.get(it.agency) ?? []);
  const hidden = contributors.slice(maxContributors);
  return (
    <>
      <span className="flex items-center gap-1 font-medium">
        <span className="sr-only">{say(overviewWords.leads)} </span>
        <AgencyChip agency={leading} />
        <Cleared isShown={hasCleared(row, leading.id)} />
      </span>
      {contributors.length === 0 ? null : (
        <span className="flex max-w-full items-center gap-2 text-ink-soft" title={contributors.map((it) => it.name).join('\n')}>
          <span className="sr-only">{say(overviewWords.contributes)} </span>
          {contributors.slice(0, maxContributors).map((agency) => (
            <span key={agency.id} className="flex min-w-0 items-center gap-0.5">
              <AgencyChip agency={agency} className="min-w-0" />
              <Cleared isShown={hasCleared(row, agency.id)} />
            </span>
          ))}
          {hidden.length === 0 ? null : (
            <span>
              <span aria-hidden="true">+{hidden.length}</span>
              <span className="sr-only">{hidden.map((it) => it.shortName).join(', ')}</span>
            </span>
          )}
        </span>
      )}
    </>
  );
}

function Cleared({ isShown }: { readonly isShown: boolean }): ReactElement | null {
  const { say } = useWords();
  if (!isShown) return null;
  return (
    <span title={say(overviewWords.hasCleared)} className="text-cleared">
      <Icon name="check" size={14} />
      <span className="sr-only">{say(overviewWords.hasCleared)}</span>
    </span>
  );
}

/** A clearance of an earlier text does not count, nor one of a text that cannot be read. */
function hasCleared(row: AnswerRow, agency: AgencyId): boolean {
  return row.isReadable && row.clearances.some((it) => it.agency === agency && it.digest === row.digest);
}
