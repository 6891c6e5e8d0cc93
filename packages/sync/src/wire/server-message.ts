// What the server may send to a client (SPEC.md W1-W10): y-websocket's messages, and ours of types 4, 5, 7 and 8.
import * as encoding from 'lib0/encoding';
import { messageTypes, syncMessageTypes } from '../close-codes.ts';
import type { Access } from '../member.ts';
import type { AwarenessEntry } from './client-message.ts';

/** A state with a clock that is higher than any that the receivers have seen of that client. */
interface NumberedEntry extends AwarenessEntry {
  readonly clock: number;
}

export type ServerMessage =
  /** W4: what the session may do from now on. */
  | { readonly type: 'access'; readonly access: Access }
  /** W8: the epoch of the history that the client is about to get. */
  | { readonly type: 'epoch'; readonly epoch: number }
  /** Asks the client for what this state vector lacks. */
  | { readonly type: 'sync-step-1'; readonly stateVector: Uint8Array }
  /** Replies to the client's sync step 1. */
  | { readonly type: 'sync-step-2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  /** W3: the first `frames` content frames of the connection are committed. */
  | { readonly type: 'acknowledgement'; readonly frames: number }
  | { readonly type: 'awareness'; readonly entries: readonly NumberedEntry[] }
  /** W10: whether the log fails to take what is typed. */
  | { readonly type: 'trouble'; readonly isInTrouble: boolean };

export function writeServerMessage(message: ServerMessage): Uint8Array {
  switch (message.type) {
    case 'access':
      return accessMessage(message.access);
    case 'epoch':
      return numberMessage(messageTypes.epoch, message.epoch);
    case 'sync-step-1':
      return syncMessage(syncMessageTypes.syncStep1, message.stateVector);
    case 'sync-step-2':
      return syncMessage(syncMessageTypes.syncStep2, message.update);
    case 'update':
      return syncMessage(syncMessageTypes.update, message.update);
    case 'acknowledgement':
      return numberMessage(messageTypes.acknowledgement, message.frames);
    case 'awareness':
      return awarenessMessage(message.entries);
    case 'trouble':
      return numberMessage(messageTypes.trouble, message.isInTrouble ? 1 : 0);
  }
}

/** W5: a message that changes nothing in any client, awareness of nobody. */
export const heartbeat: Uint8Array = awarenessMessage([]);

function accessMessage(access: Access): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.access);
  encoding.writeVarString(encoder, access);
  return encoding.toUint8Array(encoder);
}

function awarenessMessage(entries: readonly NumberedEntry[]): Uint8Array {
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

// The rest is written by hand: an encoder of lib0 costs more than all else about a message as short as a keystroke or an acknowledgement.
function syncMessage(type: number, payload: Uint8Array): Uint8Array {
  const header = 2 + lengthOfVarUint(payload.length);
  const message = new Uint8Array(header + payload.length);
  message[0] = messageTypes.sync;
  message[1] = type;
  putVarUint(message, 2, payload.length);
  message.set(payload, header);
  return message;
}

function numberMessage(type: number, value: number): Uint8Array {
  const message = new Uint8Array(1 + lengthOfVarUint(value));
  message[0] = type;
  putVarUint(message, 1, value);
  return message;
}

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
