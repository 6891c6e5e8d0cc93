// The WebSocket that tells which content frames leave through it (SPEC W3).
import { messageTypes, syncMessageTypes } from '@chancery/sync/close-codes';

/** `everything`: a sync step 2, which carries all that the server lacked. `edit`: one update. */
export type ContentFrame = 'everything' | 'edit';

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

/** What content a message carries, or null when it carries none. Both numbers of a message are below 128, so they are its first two bytes. */
export function contentFrameOf(message: Uint8Array): ContentFrame | null {
  if (message[0] !== messageTypes.sync) return null;
  if (message[1] === syncMessageTypes.syncStep2) return 'everything';
  return message[1] === syncMessageTypes.update ? 'edit' : null;
}
