// Owns the wire format: y-websocket's messages, and ours of type 4 to 8 (SPEC.md W1-W4, W8-W10). It knows no room and applies nothing.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageTypes, syncMessageTypes } from '../close-codes.ts';
import { MalformedMessageError } from '../errors.ts';
import type { Access } from '../member.ts';

export interface AwarenessEntry {
  readonly client: number;
  /** JSON text; `null` says that the client is gone. */
  readonly state: string;
}

export type ClientMessage =
  | { readonly type: 'sync-step-1'; readonly stateVector: Uint8Array }
  /** `isReply` is true for the answer to our sync step 1: it holds all that the client has and the server lacked. */
  | { readonly type: 'content'; readonly update: Uint8Array; readonly isReply: boolean }
  | { readonly type: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly type: 'query-awareness' }
  /** An update that its client does not make an edit of. */
  | { readonly type: 'proposal'; readonly update: Uint8Array };

/** Reads one message of a client. Throws MalformedMessageError for anything else than one whole message. */
export function readMessage(bytes: Uint8Array): ClientMessage {
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

function syncMessage(type: number, payload: Uint8Array): Uint8Array {
  const header = 2 + lengthOfVarUint(payload.length);
  const message = new Uint8Array(header + payload.length);
  message[0] = messageTypes.sync;
  message[1] = type;
  putVarUint(message, 2, payload.length);
  message.set(payload, header);
  return message;
}

// Written by hand: an encoder of lib0 costs more than all the rest of a message as short as a keystroke or an acknowledgement.
function lengthOfVarUint(value: number): number {
  let length = 1;
  for (let left = value; left > 127; left = Math.floor(left / 128)) length += 1;
  return length;
}

function putVarUint(message: Uint8Array, from: number, value: number): void {
  let at = from;
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) message[at++] = 128 | (left % 128);
  message[at] = left;
}

/** Sync step 1: asks the client for what this state vector lacks. */
export function askForContent(stateVector: Uint8Array): Uint8Array {
  return syncMessage(syncMessageTypes.syncStep1, stateVector);
}

/** Sync step 2: answers a client's sync step 1. */
export function replyWithContent(update: Uint8Array): Uint8Array {
  return syncMessage(syncMessageTypes.syncStep2, update);
}

export function broadcastContent(update: Uint8Array): Uint8Array {
  return syncMessage(syncMessageTypes.update, update);
}

/** W3: the first `frames` content frames of the connection are committed. */
export function acknowledge(frames: number): Uint8Array {
  return numberMessage(messageTypes.acknowledgement, frames);
}

/** W4: what the session may do from now on. */
export function announceAccess(access: Access): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.access);
  encoding.writeVarString(encoder, access);
  return encoding.toUint8Array(encoder);
}

/** W8: the epoch of the history that the client is about to get. */
export function announceEpoch(epoch: number): Uint8Array {
  return numberMessage(messageTypes.epoch, epoch);
}

/** W10: whether the log takes what is typed. */
export function announceTrouble(isInTrouble: boolean): Uint8Array {
  return numberMessage(messageTypes.trouble, isInTrouble ? 1 : 0);
}

function numberMessage(type: number, value: number): Uint8Array {
  const message = new Uint8Array(1 + lengthOfVarUint(value));
  message[0] = type;
  putVarUint(message, 1, value);
  return message;
}

/** Awareness states, each with a clock that is higher than any the receivers have seen of that client. */
export function showAwareness(entries: readonly (AwarenessEntry & { readonly clock: number })[]): Uint8Array {
  const payload = encoding.createEncoder();
  encoding.writeVarUint(payload, entries.length);
  for (const entry of entries) {
    encoding.writeVarUint(payload, entry.client);
    encoding.writeVarUint(payload, entry.clock);
    encoding.writeVarString(payload, entry.state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(payload));
  return encoding.toUint8Array(encoder);
}

/** W5: a message that changes nothing in any client, awareness of nobody. */
export const heartbeat: Uint8Array = showAwareness([]);
