// The transport of a link: what it must do, and the plain one, a WebSocket with a frame a message.

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

/** `connect` makes the socket to the server's address for links. */
export function overSocket(connect: () => WebSocket): OpenTransport {
  return (listener) => {
    const socket = connect();
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => listener.received(new Uint8Array(data));
    socket.onclose = ({ code, reason }) => listener.closed(code, reason);
    // Every error is followed by a close; outside of browsers one without a listener would be thrown.
    socket.onerror = () => undefined;
    return {
      send: (frame) => socket.send(frame as Uint8Array<ArrayBuffer>),
      close: () => {
        socket.onmessage = null;
        socket.onclose = null;
        socket.close();
      },
    };
  };
}
