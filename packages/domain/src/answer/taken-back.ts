// An answer that was taken back: returned to drafting, or reopened, with the coded reason that its drafters need.
import type { Digest, Instant, PersonId } from '../id.ts';

export const returnReasons = ['incorrect', 'incomplete', 'outdated', 'unclear', 'other'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** Stands until an agency clears the answer again, or a coordinator ends its drafting. */
export interface TakenBack {
  readonly kind: 'returned' | 'reopened';
  readonly person: PersonId;
  readonly at: Instant;
  readonly reason: ReturnReason;
  /** What the coordinator wrote beside the reason; may be empty. */
  readonly text: string;
  /** The text that was taken back. */
  readonly digest: Digest;
}
