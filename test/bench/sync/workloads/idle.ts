// The workload of many open documents in which nobody writes: what a document and what a connection holds of memory.

import { setTimeout as wait } from 'node:timers/promises';
import { carryOut, startLoads } from '../loads.ts';
import { startMeasured } from '../measured-server.ts';
import { traitsOf } from '../servers/names.ts';
import type { Memory } from '../servers/main.ts';
import { type WorkloadFigures, targetOf, type Workload, writtenStorage } from './workload.ts';

/** Until what comes and goes with a connection is gone. */
const settleMs = 2_000;
const kilobyte = 1024;

export const idle: Workload = {
  name: 'idle',
  isFor: (server) => traitsOf[server].stores,
  measure: async (bench, name): Promise<WorkloadFigures> => {
    const { documents } = bench.plan.idle;
    const place = await writtenStorage(bench, { server: name, workload: 'idle', documents }, async (writer) => {
      await carryOut(1, { ...targetOf(bench, writer, documents), kind: 'fill' });
    });
    await using server = await startMeasured(name, place);
    const nothingOpen = await server.memory();
    await using first = startLoads(1, { ...targetOf(bench, server, documents), kind: 'hold' });
    await first.ready;
    await wait(settleMs);
    const oneEach = await server.memory();
    await using second = startLoads(1, { ...targetOf(bench, server, documents), kind: 'hold' });
    await second.ready;
    await wait(settleMs);
    const twoEach = await server.memory();
    for (const loads of [first, second]) {
      loads.begin({ from: 0, until: 0 });
      loads.stop();
      await loads.results;
    }
    await server.stop();
    return { ...fit('heap', nothingOpen, oneEach, twoEach, documents), ...fit('resident', nothingOpen, oneEach, twoEach, documents) };
  },
};

/** Of what one document with one connection adds, that which a second connection does not add is the document's. */
function fit(kind: keyof Memory, nothingOpen: Memory, oneEach: Memory, twoEach: Memory, documents: number): WorkloadFigures {
  const connection = (twoEach[kind] - oneEach[kind]) / documents / kilobyte;
  const document = (oneEach[kind] - nothingOpen[kind]) / documents / kilobyte - connection;
  return { [`idle.document.${kind}`]: document, [`idle.connection.${kind}`]: connection };
}
