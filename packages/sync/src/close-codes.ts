// The WebSocket close codes and the numbers of message types. 4400-4499 end y-websocket's reconnecting: the client must do something else first.

export const closeCodes = {
  /** A message could not be decoded, or its content is not allowed. */
  malformedMessage: 4400,
  /** Nobody is signed in, or the sign-in has ended. */
  notSignedIn: 4401,
  /** This person may not read this document, or may no longer. */
  notPermitted: 4403,
  /** There is no such document. */
  unknownDocument: 4404,
  /** Content arrived that may not enter; the client must rebuild its document from the server. */
  readOnly: 4405,
  /** The history of the document was replaced; the client must start again with an empty document. */
  replacedDocument: 4410,
  /** A message or a backlog is larger than allowed. */
  tooLarge: 4413,
  /** Too many messages in too short a time. */
  tooFast: 4429,
  /** The client's schema is older than the server's: reload. */
  outdatedClient: 4426,
  /** The document cannot be read back; an operator has been told. */
  quarantined: 4451,
  /** The client does not read as fast as the document changes; reconnect. */
  tooSlow: 4508,
  /** The server is going away; reconnect. */
  restarting: 1012,
  /** The server met a bug; reconnect later. */
  failed: 1011,
  /** Too many come at once; reconnect later. */
  tryAgainLater: 1013,
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** First number of each message: 0-3 are y-websocket's, the others ours (SPEC.md W1, W3, W4, W8-W10). */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** A varuint: how many content frames of this connection are committed. */
  acknowledgement: 4,
  /** A var string: `read` or `write`. */
  access: 5,
  /** From a client: a var array, a Yjs update that it does not make an edit of: kept as a proposal. */
  proposal: 6,
  /** A varuint: the epoch of the document's history, which the client names when it comes again. */
  epoch: 7,
  /** A varuint: 1 when the log does not take what is typed at the moment, 0 when it does again. */
  trouble: 8,
} as const;

/** Second number of a message of type `sync`. Content frames are `syncStep2` and `update`. */
export const syncMessageTypes = { syncStep1: 0, syncStep2: 1, update: 2 } as const;
