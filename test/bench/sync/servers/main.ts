// The process of one server under measurement: starts the one that its argument names, tells its memory, stops it when it is asked to.

import { type Profiler, Session } from 'node:inspector/promises';
import type { ServerName } from './names.ts';
import type { ListeningServer, ServerStorage } from './serving.ts';

export type ServerQuestion = 'memory' | 'begin-profile' | 'end-profile' | 'stop';

/** Bytes, after a forced collection. `heap` is what the program holds: the used heap and the buffers outside of it. */
export interface Memory {
  readonly resident: number;
  readonly heap: number;
}

export type ServerAnswer =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'memory'; readonly memory: Memory }
  | { readonly kind: 'profile-begun' }
  /** A CPU profile of the main thread as V8 makes it. */
  | { readonly kind: 'profile'; readonly profile: Profiler.Profile }
  | { readonly kind: 'stopped' };

const [name, place] = process.argv.slice(2).map((argument) => JSON.parse(argument)) as [ServerName, ServerStorage];
const samplingMicroseconds = 500;
const profiling = new Session();
const serving = await serve();
process.on('message', (question: ServerQuestion) => void answer(question));
// A server outlives no bench.
process.on('disconnect', () => process.exit());
tell({ kind: 'ready', port: serving.port });

/** Each server's modules are loaded only where it is the one that runs. */
async function serve(): Promise<ListeningServer> {
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
  switch (question) {
    case 'memory':
      return tell({ kind: 'memory', memory: await collectedMemory() });
    case 'begin-profile':
      await beginProfile();
      return tell({ kind: 'profile-begun' });
    case 'end-profile':
      return tell({ kind: 'profile', profile: (await profiling.post('Profiler.stop')).profile });
    case 'stop':
      await serving.stop();
      tell({ kind: 'stopped' });
      process.disconnect();
  }
}

async function beginProfile(): Promise<void> {
  profiling.connect();
  await profiling.post('Profiler.enable');
  await profiling.post('Profiler.setSamplingInterval', { interval: samplingMicroseconds });
  await profiling.post('Profiler.start');
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
