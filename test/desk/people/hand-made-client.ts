// A client that somebody made by hand, on purpose not the one that ships: it sends whatever bytes it is given, whenever it is told to.
import { messageTypes, syncMessageTypes } from '@chancery/sync';
import * as encoding from 'lib0/encoding';
import { eventually } from '../eventually.ts';

export class HandMadeClient implements Disposable {
  readonly socket: WebSocket;
  readonly received: Uint8Array[] = [];
  closedWith: number | null = null;
  reason = '';
  #isConnected = false;

  /** On a socket that has just been made. */
  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      this.#isConnected = true;
    };
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => this.received.push(new Uint8Array(data));
    socket.onclose = ({ code, reason }) => {
      this.closedWith = code;
      this.reason = reason;
    };
    // A server that tears the connection down is seen by its close.
    socket.onerror = () => {};
  }

  async isConnected(): Promise<this> {
    await eventually(() => {
      if (!this.#isConnected && this.closedWith === null) throw new Error('not connected yet');
    });
    return this;
  }

  sends(bytes: Uint8Array): void {
    this.socket.send(bytes as Uint8Array<ArrayBuffer>);
  }

  /** Sends a Yjs update as y-websocket does, whether it may or not. */
  sendsUpdate(update: Uint8Array): void {
    this.sends(contentMessage(syncMessageTypes.update, update));
  }

  /** Says that this is all that it holds, as a client that comes back does. */
  repliesWith(update: Uint8Array): void {
    this.sends(contentMessage(syncMessageTypes.syncStep2, update));
  }

  /** Hands the update over as a proposal. */
  proposes(update: Uint8Array): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageTypes.proposal);
    encoding.writeVarUint8Array(encoder, update);
    this.sends(encoding.toUint8Array(encoder));
  }

  /** Asks for the whole text. */
  asksForContent(): void {
    this.sends(contentMessage(syncMessageTypes.syncStep1, new Uint8Array([0])));
  }

  /** Resolves to the code with which the server closed. */
  closed(): Promise<number> {
    return eventually(() => this.closedWith ?? Promise.reject(new Error('the connection is still open')));
  }

  [Symbol.dispose](): void {
    this.socket.close();
  }
}

function contentMessage(type: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
