// What is known of a record file once it was checked: the facts of one that holds, or the first fault of one that does not.
import type { Phase, ReadingFault } from './record-file.ts';
import type { VouchingRemark } from './vouching.ts';

export type Verdict = { readonly ok: true; readonly facts: RecordFacts } | { readonly ok: false; readonly fault: Fault };

/** The first thing that does not hold. `sequence` names an entry, `question` an answer. */
export type Fault =
  | ReadingFault
  | { readonly code: 'no-entries' }
  | { readonly code: 'sequence-broken'; readonly sequence: number; readonly found: number }
  | { readonly code: 'previous-broken' | 'hash-broken'; readonly sequence: number }
  | { readonly code: 'opening-missing' | 'opening-differs' | 'title-differs' | 'unfit-entry'; readonly sequence: number }
  | { readonly code: 'time-unreadable' | 'time-goes-back'; readonly sequence: number }
  | { readonly code: 'signer-without-right'; readonly sequence: number; readonly name: string }
  | {
      readonly code: 'question-twice' | 'content-missing' | 'content-twice' | 'content-unknown' | 'content-changed';
      readonly question: string;
    }
  | { readonly code: 'question-unknown' | 'accepted-text-differs'; readonly sequence: number; readonly question: string }
  | {
      readonly code:
        | 'accepted-unassigned'
        | 'required-left-without-answer'
        | 'approval-incomplete'
        | 'approved-text-differs'
        | 'approved-other-text'
        | 'approved-without-acceptance';
      readonly sequence: number;
      readonly question: string;
    }
  | {
      readonly code: 'clearance-not-asked' | 'accepted-without-clearance';
      readonly sequence: number;
      readonly question: string;
      readonly agency: string;
    }
  | { readonly code: 'phase-differs'; readonly stated: Phase; readonly derived: Phase };

/** Somebody and for how many answers they gave their word. */
export interface Share {
  readonly name: string;
  readonly answers: number;
}

export interface RecordFacts {
  readonly title: string;
  readonly country: string;
  readonly phase: Phase;
  readonly questions: number;
  /** Clearances in force of the text as it stands, by agency. */
  readonly cleared: readonly Share[];
  readonly accepted: readonly Share[];
  readonly withoutAnswer: readonly Share[];
  /** Questions for whose text nobody has decided; the record does not vouch for it. */
  readonly undecided: readonly string[];
  readonly approval: { readonly by: string; readonly at: string; readonly answers: number } | null;
  readonly sending: { readonly by: string; readonly at: string } | null;
  readonly voidedApprovals: number;
  /** Who vouched for each signer, and what a reader must know of that. */
  readonly vouching: readonly VouchingRemark[];
  /** To compare with what was noted elsewhere: a chain alone cannot show that its last entries were cut off. */
  readonly entries: number;
  readonly lastHash: string;
  readonly lastAt: string;
}
