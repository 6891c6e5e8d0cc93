// A link over a WebSocket, a frame a message.
import type { OpenTransport } from './transport.ts';

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
