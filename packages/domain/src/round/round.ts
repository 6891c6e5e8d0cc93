// The phases of a round and who reads it.
import type { AgencyId } from '../id.ts';

export const phases = ['open', 'approved', 'sent'] as const;
export type Phase = (typeof phases)[number];

export const readings = ['shared', 'separate'] as const;
/** `shared`: every member reads every answer. `separate`: an agency sees only the questions assigned to it. */
export type Reading = (typeof readings)[number];

export interface RoundFacts {
  readonly phase: Phase;
  readonly reading: Reading;
  readonly leadAgency: AgencyId;
}
