// The states of a connection to a document, and what each way of ending means.
import { closeCodes } from '@chancery/sync/close-codes';

export type AnswerAccess = 'read' | 'write';

/** `late`: nothing was committed for too long. `failing`: the server says that it cannot write at the moment. */
export type Saving = 'saved' | 'saving' | 'late' | 'failing';

export type ConnectionState =
  /** Nothing is known yet: no content, no access. */
  | { readonly status: 'connecting' }
  | { readonly status: 'open'; readonly access: AnswerAccess; readonly saving: Saving }
  /** Tries to reconnect by itself. `access` is what it was before; null when the server was never reached. */
  | { readonly status: 'offline'; readonly access: AnswerAccess | null; readonly hasUnsavedEdits: boolean }
  /** Does not reconnect: something else must happen first. `code` is the server's, 4400-4499. */
  | { readonly status: 'ended'; readonly ending: ConnectionEnding; readonly code: number };

export type ConnectionEnding =
  | 'signed-out'
  | 'not-permitted'
  | 'unknown-question'
  | 'edits-refused'
  | 'message-refused'
  | 'too-large'
  | 'too-fast'
  | 'replaced'
  | 'outdated'
  | 'quarantined';

/** What a close code in 4400-4499 means for the person at the screen. */
export function endingOf(code: number): ConnectionEnding {
  switch (code) {
    case closeCodes.notSignedIn:
      return 'signed-out';
    case closeCodes.notPermitted:
      return 'not-permitted';
    case closeCodes.unknownDocument:
      return 'unknown-question';
    case closeCodes.readOnly:
      return 'edits-refused';
    case closeCodes.tooLarge:
      return 'too-large';
    case closeCodes.tooFast:
      return 'too-fast';
    case closeCodes.replacedDocument:
      return 'replaced';
    case closeCodes.outdatedClient:
      return 'outdated';
    case closeCodes.quarantined:
      return 'quarantined';
    default:
      return 'message-refused';
  }
}

const rebuilt: ReadonlySet<ConnectionEnding> = new Set(['edits-refused', 'message-refused', 'too-large', 'too-fast', 'replaced']);

/** True for endings after which the document can be read from the server again, into a new Yjs document. */
export function isRebuiltFromServer(ending: ConnectionEnding): boolean {
  return rebuilt.has(ending);
}

/** Whether the person may type now. Nothing is editable before the server has said so. */
export function isEditable(state: ConnectionState): boolean {
  return (state.status === 'open' || state.status === 'offline') && state.access === 'write';
}
