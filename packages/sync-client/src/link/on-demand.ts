// Owns a transport whose code is fetched when it is first wanted: most tabs never do.
import { broken, type OpenTransport, type Transport } from './transport.ts';

/** Begins to connect once `load` has given the transport; when it cannot be had, that is a connection that could not be made. */
export function onDemand(load: () => Promise<OpenTransport>): OpenTransport {
  return (listener) => {
    let opened: Transport | null = null;
    let isClosed = false;
    load().then(
      (open) => {
        if (!isClosed) opened = open(listener);
      },
      () => {
        if (!isClosed) listener.closed(broken, '');
      },
    );
    return {
      send: (frame) => opened?.send(frame),
      close: () => {
        isClosed = true;
        opened?.close();
      },
    };
  };
}
