// Limits: every number that bounds what a client, a document or a failing log can cost.

export interface Limits {
  /** How long an accepted update waits at most before its append begins. */
  readonly commitEveryMs: number;
  /** First and maximum pause before a document whose append failed is tried again. */
  readonly retryMs: number;
  readonly maxRetryMs: number;
  /** How long an open room without sessions is kept in memory. */
  readonly lingerMs: number;
  /** How long a document that could not be read back is not tried again. */
  readonly quarantineMs: number;
  /** A freeze whose preceding edits are not committed by then thaws and fails. */
  readonly freezeWithinMs: number;
  /** How long a client of an older schema or epoch has to hand over what it holds. */
  readonly handOverWithinMs: number;
  /** After the start of the process, or the loss of a peer: how long a reply may bring back what others wrote (X8). */
  readonly bringBackWithinMs: number;
  /** A room in which nobody has written for this long keeps bytes alone. */
  readonly restAfterMs: number;
  /** How often the rooms of several servers compare themselves with the log. */
  readonly compareEveryMs: number;
  /** How long a gap in what peers committed may last before the log is read. */
  readonly gapMs: number;
  /** How long disposing waits for the log. */
  readonly disposeWithinMs: number;
  /** A session that was sent nothing for this long gets a heartbeat; y-websocket gives up after 30 s. */
  readonly heartbeatMs: number;
  readonly awarenessEveryMs: number;
  /** Of one awareness state, in characters of its JSON text. */
  readonly awarenessLength: number;
  /** Of one message. */
  readonly messageBytes: number;
  /** Received and not acknowledged content of one session. */
  readonly unacknowledgedBytes: number;
  /** Received from one session before its room is loaded. */
  readonly waitingBytes: number;
  /** Sent to a socket and still in it. */
  readonly bufferedBytes: number;
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  /** Of one session: what it writes may be deleted again at once, and stays in the log until a compaction. */
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /** Sync steps 1 of one session, each of which may cost an encoding of the whole document; an honest client sends one. */
  readonly stepsPerSecond: number;
  readonly stepBurst: number;
  /** Structs and deleted ranges of one update. */
  readonly updateStructs: number;
  /** Client ids that one update may name: those of a whole document, which a client of an older history hands over. */
  readonly updateClients: number;
  /** Client ids under which one update may bring new content: its client's own, and after a crash those of others. */
  readonly newClients: number;
  /** Client ids of a document from which on it takes no content under another one. */
  readonly documentClients: number;
  /** Content length that one update may claim, deleted content included. */
  readonly updateLength: number;
  /** Nesting of JSON values in content and in awareness. */
  readonly jsonDepth: number;
  /** Nesting of shared types in a document. */
  readonly typeDepth: number;
  /** Encoded size from which on a document takes no more content, only deletions. */
  readonly documentBytes: number;
}

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

export const defaultLimits: Limits = {
  commitEveryMs: 20,
  retryMs: 100,
  maxRetryMs: 5_000,
  lingerMs: 10_000,
  quarantineMs: 60_000,
  freezeWithinMs: 10_000,
  handOverWithinMs: 5_000,
  bringBackWithinMs: 60_000,
  restAfterMs: 30_000,
  compareEveryMs: 1_000,
  gapMs: 50,
  disposeWithinMs: 3_000,
  heartbeatMs: 20_000,
  awarenessEveryMs: 50,
  awarenessLength: 4 * kibibyte,
  messageBytes: 2 * mebibyte,
  unacknowledgedBytes: 8 * mebibyte,
  waitingBytes: 4 * mebibyte,
  bufferedBytes: 16 * mebibyte,
  messagesPerSecond: 1_000,
  messageBurst: 2_000,
  bytesPerSecond: 256 * kibibyte,
  byteBurst: 16 * mebibyte,
  stepsPerSecond: 1,
  stepBurst: 5,
  updateStructs: 100_000,
  updateClients: 10_000,
  newClients: 100,
  documentClients: 10_000,
  updateLength: 16 * mebibyte,
  jsonDepth: 32,
  typeDepth: 100,
  documentBytes: 1 * mebibyte,
};
