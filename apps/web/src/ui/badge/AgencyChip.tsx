// How an agency is named: its colour and its short name, the full name for those who ask.
import type { ReactElement } from 'react';
import { classNames } from '../class-names.ts';

export interface AgencyName {
  readonly name: string;
  readonly shortName: string;
  /** 1-12 */
  readonly colour: number;
}

interface AgencyChipProps {
  readonly agency: AgencyName;
  /** The full name beside the colour instead of the short one. */
  readonly isFull?: boolean;
  readonly className?: string;
}

export function AgencyChip({ agency, isFull = false, className }: AgencyChipProps): ReactElement {
  return (
    <span
      data-agency-colour={agency.colour}
      title={isFull ? undefined : agency.name}
      className={classNames('inline-flex max-w-full items-center gap-1.5', className)}
    >
      <span aria-hidden="true" className="size-2.5 shrink-0 rounded-3 bg-(--agency)" />
      <span className={isFull ? undefined : 'truncate'}>{isFull ? agency.name : agency.shortName}</span>
    </span>
  );
}
