// Owns the process of one server under measurement: starts the one that its argument names, tells its memory, stops it when it is asked to.

import type { ServerName } from './names.ts';
import type { Serving, ServerPlace } from './serving.ts';

export type ServerQuestion = 'memory' | 'stop';

/** Bytes, after a forced collection. `heap` is what the program holds: the used heap and the buffers outside of it. */
export interface Memory {
  readonly resident: number;
  readonly heap: number;
}

export type ServerAnswer =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'memory'; readonly memory: Memory }
  | { readonly kind: 'stopped' };

const [name, place] = process.argv.slice(2).map((argument) => JSON.parse(argument)) as [ServerName, ServerPlace];
const serving = await serve();
process.on('message', (question: ServerQuestion) => void answer(question));
// A server outlives no bench.
process.on('disconnect', () => process.exit());
tell({ kind: 'ready', port: serving.port });

/** Each server's modules are loaded only where it is the one that runs. */
async function serve(): Promise<Serving> {
  switch (name) {
    case 'ours-sqlite':
    case 'ours-postgres':
      return (await import('./ours.ts')).serveOurs(place);
    case 'hocuspocus':
      return (await import('./hocuspocus.ts')).serveHocuspocus(place);
    case 'y-websocket':
      return (await import('./y-websocket.ts')).serveYWebsocket(place);
    case 'relay':
      return (await import('./relay.ts')).serveRelay();
  }
}

async function answer(question: ServerQuestion): Promise<void> {
  if (question === 'memory') return tell({ kind: 'memory', memory: await collectedMemory() });
  await serving.stop();
  tell({ kind: 'stopped' });
  // Not by a signal: a CPU profile is written only by a process that ends by itself.
  process.disconnect();
}

async function collectedMemory(): Promise<Memory> {
  // What the first collection frees may hold more, by finalizers.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, heap: heapUsed + external };
}

function tell(message: ServerAnswer): void {
  process.send?.(message);
}
