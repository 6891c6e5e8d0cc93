// The member behind a session, and what the session may do. Both are what the server says, never the client.
import type { Author } from './ports.ts';

/** What awareness shows of a person. */
export interface Label {
  readonly name: string;
  readonly agency: string;
  readonly colour: string;
}

export interface Member {
  readonly author: Author;
  readonly label: Label;
}

export type Access = 'read' | 'write';

/** What a client that connects says of itself, and whether the server lets it have the content. */
export interface ClientVersion {
  /** False for one that may hand over what it typed, and get nothing: its right to read was lost. */
  readonly mayRead: boolean;
  /** False for a client that was built with an older schema than the server's. */
  readonly isOfThisSchema: boolean;
  /** The epoch of the history that it holds. */
  readonly epoch: number | null;
}
