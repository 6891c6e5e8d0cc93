// The workload of the morning after: everybody opens the documents at once, right after the server was started.

import { setTimeout as wait } from 'node:timers/promises';
import { writeFirstContent } from '../load/clients/first-content.ts';
import { carryOut, startLoads } from '../loads.ts';
import { startMeasured } from '../measured-server.ts';
import { monotonicMs } from '../processor.ts';
import { traitsOf } from '../servers/names.ts';
import { type WorkloadFigures, targetOf, type Workload, writtenStorage } from './workload.ts';

export const join: Workload = {
  name: 'join',
  isFor: (server) => traitsOf[server].stores,
  measure: async (bench, name): Promise<WorkloadFigures> => {
    const { documents, editors, editsEach, clientsEach, settleMs } = bench.plan.join;
    const place = await writtenStorage(bench, { server: name, workload: 'join', documents }, async (writer) => {
      await carryOut(1, { ...targetOf(bench, writer, documents), kind: 'write', editors, edits: editsEach });
      await wait(settleMs);
    });
    await using server = await startMeasured(name, place, bench.profileInto);
    const length = writeFirstContent({ paragraphs: editors, wordsInAll: bench.plan.wordsInAll }).length + editsEach;
    await using loads = startLoads(1, { ...targetOf(bench, server, documents), kind: 'join', clientsEach, length });
    await loads.ready;
    await server.beginProfile();
    const [usedBefore, loadBefore, startedAt] = [await server.processorMs(), await loads.processorMs(), monotonicMs()];
    loads.begin({ from: startedAt, until: startedAt });
    const results = await loads.results;
    const wholeAt = Math.max(...results.map((result) => result.wholeAt));
    const [usedAfter, loadAfter, endedAt] = [await server.processorMs(), await loads.processorMs(), monotonicMs()];
    await server.endProfile('join');
    await server.stop();
    return {
      'join.seconds': (wholeAt - startedAt) / 1000,
      'join.cpu': usedAfter - usedBefore,
      'join.load': (loadAfter - loadBefore) / (endedAt - startedAt),
    };
  },
};
