// Where a refused edit goes: into an open proposal of its author that it belongs to, into one of its own, or nowhere, since nothing is in it.
import { type AnswerContent, asId, maxProposalSize, type PersonId } from '@chancery/domain';
import type { Proposal } from '@chancery/store';
import type { RefusedUpdate } from '@chancery/sync';
import { mergeUpdates } from 'yjs';
import { areOfOneClient, type Brought, examineLateEdit, type LateEdit } from './late-edit.ts';
import type { AuthorStanding } from './standing.ts';

type OpenProposal = Pick<Proposal, 'id' | 'reason' | 'update' | 'content' | 'text' | 'baseEpoch'>;

export interface RefusedPlacing {
  readonly standing: AuthorStanding;
  readonly refused: RefusedUpdate;
  /** The open proposals of its author beside this answer. */
  readonly mine: readonly OpenProposal[];
}

export type Placement =
  | { readonly status: 'nothing' }
  | { readonly status: 'grows'; readonly id: string; readonly update: Uint8Array; readonly text: string }
  /** An open proposal has it already. */
  | { readonly status: 'known' }
  | {
      readonly status: 'new';
      readonly update: Uint8Array | null;
      readonly content: AnswerContent | null;
      readonly baseEpoch: number | null;
      readonly text: string;
    };

export function placeRefused({ standing, refused, mine }: RefusedPlacing): Placement {
  const person = asId<PersonId>(refused.author.person);
  const grown = growOne({ standing, refused, mine }, person);
  if (grown !== null) return grown;
  const edit = examineLateEdit(standing, { person, reason: refused.reason, update: refused.bytes, baseEpoch: null });
  if (edit.status === 'nothing') return { status: 'nothing' };
  if (isKeptAlready(edit, mine)) return { status: 'known' };
  const text = readable(edit.brought);
  return edit.status === 'fits'
    ? { status: 'new', update: refused.bytes, content: null, baseEpoch: standing.epoch, text }
    : { status: 'new', update: null, content: edit.content, baseEpoch: null, text };
}

/** Lets an open proposal of the same person take the edit in, where the two belong together. */
function growOne({ standing, refused, mine }: RefusedPlacing, person: PersonId): Placement | null {
  if (refused.reason === 'older-epoch' || refused.reason === 'foreign') return null; // words alone, which have no history to share
  for (const { id, reason, update, content, text, baseEpoch } of mine) {
    if (update === null || content !== null || update.length + refused.bytes.length > maxProposalSize) continue;
    if (baseEpoch !== standing.epoch) continue;
    if (reason !== refused.reason && !areOfOneClient(update, refused.bytes)) continue;
    const merged = mergeUpdates([update, refused.bytes]);
    const edit = examineLateEdit(standing, { person, reason, update: merged, baseEpoch });
    if (edit.status !== 'fits') continue;
    const grown = readable(edit.brought);
    return grown === text && merged.length === update.length ? { status: 'known' } : { status: 'grows', id, update: merged, text: grown };
  }
  return null;
}

/** A client that comes again with the same old document brings the same words again. */
function isKeptAlready(edit: Exclude<LateEdit, { status: 'nothing' }>, mine: readonly OpenProposal[]): boolean {
  return edit.status === 'words' && mine.some((proposal) => proposal.text === readable(edit.brought));
}

/** What people read of a proposal where nothing better can be worked out. */
function readable({ added, removed }: Brought): string {
  if (added !== '') return added;
  return removed === '' ? '(only how the text is formatted)' : `(takes out) ${removed}`;
}
