// Transports whose code is fetched when it is first wanted: most tabs never use HTTP.
import type { HttpAddress } from './http-transport.ts';
import { broken, type OpenTransport, type Transport } from './transport.ts';

/** A link over HTTP: one response that goes on for as long as the link, and one request at a time with what is to be sent. */
export function overHttpOnDemand(address: HttpAddress): OpenTransport {
  return onDemand(async () => {
    const { overHttp } = await import('./http-transport.ts');
    return overHttp(address);
  });
}

/** Begins to connect once `load` has given the transport; one that cannot be loaded counts as a connection that could not be made. */
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
