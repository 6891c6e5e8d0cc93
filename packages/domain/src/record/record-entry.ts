// What an entry of the record says (docs/product-rules.md §6). packages/record chains and checks entries.
import type { AgencyId, Digest, Instant, PersonId, QuestionId } from '../id.ts';
import type { Role } from '../round/membership.ts';

export const entryKinds = [
  'round-opened',
  'round-changed',
  'agency-added',
  'agency-changed',
  'agency-removed',
  'lead-agency-changed',
  'member-added',
  'member-named',
  'member-confirmed',
  'member-changed',
  'member-removed',
  'reading-granted',
  'invitation-made',
  'account-activated',
  'person-changed',
  'assigned',
  'imported',
  'query-raised',
  'query-closed',
  'query-reopened',
  'cleared',
  'accepted',
  'no-answer',
  'returned',
  'reopened',
  'approved',
  'approval-voided',
  'sent',
  'password-link-made',
  'account-disabled',
  'account-enabled',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A person with the name, title, agency and role as printed at that time. */
export interface PrintedPerson {
  readonly person: PersonId;
  readonly name: string;
  readonly title: string;
  readonly agency: { readonly id: AgencyId; readonly name: string } | null;
  readonly role: Role | 'administrator';
}

/** Who gave or confirmed a role, and when. */
export interface Voucher extends PrintedPerson {
  readonly at: Instant;
}

/** Who stands behind somebody's role. Both are null where taken part was before vouching was kept, and for administrators. */
export interface Vouching {
  readonly vouchedBy: Voucher | null;
  /** Null where the role needed no confirmation by somebody else. */
  readonly confirmedBy: Voucher | null;
}

/** Who acted, and who vouched for them in that role. */
export interface Signatory extends PrintedPerson, Vouching {}

/** What the writer of an entry says; sequence, time and hashes are added when it is chained. */
export interface EntryDraft {
  readonly kind: EntryKind;
  readonly by: Signatory;
  /** The exact words agreed to, or the plain statement of what was done. */
  readonly words: string;
  readonly scope: readonly { readonly question: QuestionId; readonly digest: Digest }[];
  readonly authentication: { readonly method: 'password' | 'system'; readonly at: Instant };
  /** Facts of this kind (assigned agencies, reason of a return); plain JSON. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface RecordEntry extends Omit<EntryDraft, 'by'> {
  /** Entries written before vouching was kept say nothing of it. */
  readonly by: PrintedPerson & Partial<Vouching>;
  /** Counts from 1 without a gap. */
  readonly sequence: number;
  /** UTC, from the database, ISO 8601 with milliseconds. */
  readonly at: string;
  /** Hash of the entry before, 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 of the RFC 8785 form of this entry without `hash`. */
  readonly hash: string;
}
