// What a worker and its owner say to each other. A reply carries the id of its request: the runtime posts messages of its own as well
// (`node --watch` reports each imported file), so the first message, or the next one, is not the reply.

/** The requests that a worker takes: by name, each with one parameter at most, and what it resolves to. All of it is cloned on its way. */
export type Requests<R> = { readonly [Name in keyof R]: (request: never) => unknown };

export interface RequestMessage {
  readonly id: number;
  readonly name: string;
  readonly request: unknown;
}

export type ReplyMessage =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly fault: WorkerFault };

/** What a request threw. Cloning drops the code of an error, and every name but those of the language. */
export interface WorkerFault {
  readonly message: string;
  /** Such as `SQLITE_BUSY`. */
  readonly code: string | null;
  /** The error as far as it can be cloned: with its stack and causes. */
  readonly error: unknown;
}

export function isReply(message: unknown): message is ReplyMessage {
  return typeof message === 'object' && message !== null && 'id' in message && 'ok' in message;
}

export function isRequest(message: unknown): message is RequestMessage {
  return typeof message === 'object' && message !== null && 'id' in message && 'name' in message;
}
