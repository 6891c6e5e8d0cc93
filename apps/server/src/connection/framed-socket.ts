// A WebSocket as the engine sees it. Messages leave as frames of our own making: a broadcast is framed once for all who get it,
// and what one turn of the event loop sends to a client is one write.
import type { Socket } from '@chancery/sync';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** From here on copying a message costs more than writing its header apart. */
const copiedBelowBytes = 16 * 1024;

/** The engine's socket over this one and the stream under it; what is sent after its end is dropped. */
export function socketOf(ws: WebSocket, stream: Duplex): Socket {
  return new FramedSocket(ws, stream);
}

class FramedSocket implements Socket {
  readonly #ws: WebSocket;
  readonly #stream: Duplex;
  /** Frames of this turn; null between them, since there are many sockets and most say nothing. */
  #waiting: Uint8Array[] | null = null;

  constructor(ws: WebSocket, stream: Duplex) {
    this.#ws = ws;
    this.#stream = stream;
  }

  get bufferedBytes(): number {
    return (this.#waiting ?? []).reduce((sum, frame) => sum + frame.length, this.#ws.bufferedAmount);
  }

  send(message: Uint8Array): void {
    const frames = message.length < copiedBelowBytes ? [frameOf(message)] : [headerOf(message.length), message];
    if (this.#waiting !== null) return void this.#waiting.push(...frames);
    this.#waiting = frames;
    queueMicrotask(() => this.#flush());
  }

  close(code: number, reason: string): void {
    this.#flush();
    this.#ws.close(code, reason);
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null || this.#ws.readyState !== this.#ws.OPEN) return;
    const [only] = waiting;
    if (waiting.length === 1 && only !== undefined) return void this.#stream.write(only);
    this.#stream.cork();
    for (const frame of waiting) this.#stream.write(frame);
    this.#stream.uncork();
  }
}

/** A broadcast gives the same message to one socket after the other. */
let last: { readonly message: Uint8Array; readonly frame: Uint8Array } | null = null;

function frameOf(message: Uint8Array): Uint8Array {
  if (last?.message === message) return last.frame;
  const header = headerBytes(message.length);
  const frame = Buffer.allocUnsafe(header + message.length);
  putHeader(frame, message.length);
  frame.set(message, header);
  last = { message, frame };
  return frame;
}

function headerOf(length: number): Uint8Array {
  const header = Buffer.allocUnsafe(headerBytes(length));
  putHeader(header, length);
  return header;
}

function headerBytes(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

/** RFC 6455, section 5.2: one whole binary message, unmasked as a server's are. */
function putHeader(frame: Buffer, length: number): void {
  const bytes = headerBytes(length);
  frame[0] = 0x82;
  frame[1] = bytes === 2 ? length : bytes === 4 ? 126 : 127;
  if (bytes === 4) frame.writeUInt16BE(length, 2);
  if (bytes === 10) frame.writeBigUInt64BE(BigInt(length), 2);
}
