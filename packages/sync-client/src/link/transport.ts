// What a link needs of that which carries it.

export interface TransportListener {
  received(frame: Uint8Array): void;
  /** The last word. 1006 when the transport broke, or could not be had; otherwise the server's code. */
  closed(code: number, reason: string): void;
}

export interface Transport {
  /** Sends one frame; only after the first has been received. */
  send(frame: Uint8Array): void;
  /** Gives it up; nothing is reported any more. */
  close(): void;
}

/** Begins to connect; reports nothing before it has returned. */
export type OpenTransport = (listener: TransportListener) => Transport;

/** The transport broke: the close code of a WebSocket that ended without one. */
export const broken = 1006;
