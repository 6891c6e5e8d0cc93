// Telling which characters of which editor an update brings.

import * as Y from 'yjs';

/** Calls back with the clocks `from` (included) to `until` of each client id in the update. */
export function forEachArrival(update: Uint8Array, tell: (client: number, from: number, until: number) => void): void {
  const { from, to } = Y.parseUpdateMeta(update);
  for (const [client, first] of from) tell(client, first, to.get(client) ?? first);
}
