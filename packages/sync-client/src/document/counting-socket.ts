// Owns the WebSocket that tells which content frames leave through it.
import { type ContentFrame, contentFrameOf } from './save-ledger.ts';

export interface SocketListener {
  opened(): void;
  contentSent(frame: ContentFrame): void;
}

/** A WebSocket class over `Base` that reports each connection it makes and each content frame it sends. */
export function countingSocket(Base: typeof WebSocket, listener: SocketListener): typeof WebSocket {
  return class CountingSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      listener.opened();
    }

    override send(message: string | Blob | BufferSource): void {
      const frame = message instanceof Uint8Array ? contentFrameOf(message) : null;
      super.send(message);
      if (frame !== null) listener.contentSent(frame);
    }
  };
}
