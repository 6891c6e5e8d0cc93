// The rules of proposals: whose text is kept that could not enter an answer, and how a proposal ends.
import type { Membership, Role } from '../round/membership.ts';
import { isVisible } from '../questionnaire/visible.ts';
import { done, type Outcome, refuse } from '../refusal.ts';

/**
 * Why the text is not in the answer: an edit met a frozen answer, a lost right or a reader; was made with an older schema or on an older
 * history; stood under somebody else's client id; was set aside by its own client; or an import met a text.
 */
export const proposalReasons = ['frozen', 'right-lost', 'reader', 'older-schema', 'older-epoch', 'foreign', 'set-aside', 'import'] as const;
export type ProposalReason = (typeof proposalReasons)[number];

/** Open proposals that one person may have beside one answer; beyond it a client is broken or hostile. */
export const maxOpenProposals = 20;
/** What the open proposals of one person beside one answer may hold together: a hundred times a long answer. */
export const maxProposalSize = 1024 * 1024;
/** Open proposals beside one answer, of everybody, and what they may hold together. */
const maxProposalsBesideAnswer = 100;
const maxSizeBesideAnswer = 2 * 1024 * 1024;

const writingRoles: ReadonlySet<Role> = new Set(['coordinator', 'drafter', 'clearing-officer', 'authorized-respondent']);

export interface RefusedText {
  /** Of the person who wrote, as it stands now; null for somebody who no longer takes part. */
  readonly membership: Membership | null;
  /** True for a session that might write when it began. */
  readonly couldWrite: boolean;
  /** True when something in the answer is by this person. */
  readonly hasWritten: boolean;
}

/** E1: is text kept that could not enter the answer? Anyone who never writes has nothing to lose, and could fill the database. */
export function isKept({ membership, couldWrite, hasWritten }: RefusedText): boolean {
  return couldWrite || hasWritten || (membership?.roles.some((role) => writingRoles.has(role)) ?? false);
}

/** How much a proposal holds: bytes of its edit, or characters of its text, whichever is more. */
export function sizeOfProposal({ update, text }: { readonly update: Uint8Array | null; readonly text: string }): number {
  return Math.max(update?.length ?? 0, text.length);
}

/** E2, E5, E6: may one more proposal of this size stand beside the answer? `mine` and `all`: sizes of those that are open. */
export function hasRoomForProposal(
  size: number,
  { mine, all }: { readonly mine: readonly number[]; readonly all: readonly number[] },
): boolean {
  if (mine.length >= maxOpenProposals || all.length >= maxProposalsBesideAnswer) return false;
  return size + sum(mine) <= maxProposalSize && size + sum(all) <= maxSizeBesideAnswer;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

/** E4: the reason as it is kept. Accepting needs none. */
export function reasonOfSettlement(outcome: 'accepted' | 'declined', reason: string): Outcome<string> {
  const words = reason.trim();
  return outcome === 'declined' && !isVisible(words) ? refuse({ code: 'reason-needs-text' }) : done(words);
}
