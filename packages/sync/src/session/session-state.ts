// The states of a session: waiting for its room, live or handing over, and closed in two ways.
import { type CloseCode, closeCodes } from '../close-codes.ts';
import type { RefusalReason } from '../ports.ts';

/** Why a client may only hand over what it holds. */
export type Older = Extract<RefusalReason, 'older-schema' | 'older-epoch' | 'right-lost'>;

export type SessionState =
  /** For its room to be loaded. */
  | { readonly status: 'waiting'; readonly inbox: Uint8Array[]; bytes: number }
  /** Its client may only hand over what it holds, and is closed then, or when its patience is at an end. */
  | { readonly status: 'handing-over'; readonly why: Older; readonly patience: Disposable }
  /** `isListening` once the client has asked for the content: before that, updates would be of no use to it. */
  | { readonly status: 'live'; readonly isListening: boolean }
  /** Closed for its content, while what the client had sent still arrives. `why`: what it was handing over for. */
  | { readonly status: 'refused'; readonly why: Older | null }
  | { readonly status: 'closed' };

// One object for all sessions: there are thousands, and nearly all of them are listening.
export const live: SessionState = { status: 'live', isListening: false };
export const listening: SessionState = { status: 'live', isListening: true };
export const closed: SessionState = { status: 'closed' };

/** After these codes the client holds content that the document does not; what it had sent is still on its way. */
const endingsWithContent: ReadonlySet<CloseCode> = new Set([
  closeCodes.readOnly,
  closeCodes.notPermitted,
  closeCodes.outdatedClient,
  closeCodes.replacedDocument,
]);

/** How a session goes on after it was closed with that code. */
export function stateAfter(code: CloseCode, why: Older | null): SessionState {
  return endingsWithContent.has(code) ? { status: 'refused', why } : closed;
}
