// What a client may send (SPEC.md W1, W11): y-websocket's messages, and proposals. Nothing is applied here.
import * as decoding from 'lib0/decoding';
import { messageTypes, syncMessageTypes } from '../close-codes.ts';
import { MalformedMessageError } from '../errors.ts';

export interface AwarenessEntry {
  readonly client: number;
  /** JSON text; `null` says that the client is gone. */
  readonly state: string;
}

export type ClientMessage =
  | { readonly type: 'sync-step-1'; readonly stateVector: Uint8Array }
  /** A content frame. `isReply` is true for the reply to our sync step 1: it holds all that the client has and the server lacked. */
  | { readonly type: 'content'; readonly update: Uint8Array; readonly isReply: boolean }
  | { readonly type: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly type: 'query-awareness' }
  /** An update that its client does not make an edit of. */
  | { readonly type: 'proposal'; readonly update: Uint8Array };

export type ContentMessage = Extract<ClientMessage, { type: 'content' }>;

/** Reads one message of a client. Throws MalformedMessageError for anything else than one whole message. */
export function readClientMessage(bytes: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(bytes);
  let message: ClientMessage;
  try {
    message = readBody(decoder);
  } catch (cause) {
    throw new MalformedMessageError('not a message of the protocol', { cause });
  }
  if (decoder.pos !== bytes.length) throw new MalformedMessageError('a message of another length than it says');
  return message;
}

function readBody(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case messageTypes.sync:
      return readSync(decoder);
    case messageTypes.awareness:
      return { type: 'awareness', entries: readAwareness(decoding.readVarUint8Array(decoder)) };
    case messageTypes.queryAwareness:
      return { type: 'query-awareness' };
    case messageTypes.proposal:
      return { type: 'proposal', update: decoding.readVarUint8Array(decoder) };
    default:
      throw new MalformedMessageError(`no client sends messages of type ${type}`);
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  switch (type) {
    case syncMessageTypes.syncStep1:
      return { type: 'sync-step-1', stateVector: payload };
    case syncMessageTypes.syncStep2:
      return { type: 'content', update: payload, isReply: true };
    case syncMessageTypes.update:
      return { type: 'content', update: payload, isReply: false };
    default:
      throw new MalformedMessageError(`there is no sync message of type ${type}`);
  }
}

function readAwareness(bytes: Uint8Array): readonly AwarenessEntry[] {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  const entries: AwarenessEntry[] = [];
  for (let index = 0; index < count; index++) {
    const client = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder); // its clock: the server counts on its own (Z4)
    entries.push({ client, state: decoding.readVarString(decoder) });
  }
  if (decoder.pos !== bytes.length) throw new MalformedMessageError('awareness of another length than it says');
  return entries;
}
