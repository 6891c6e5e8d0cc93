// The workload of a closed loop, which shows how much a server can do.

import { startLoads } from '../loads.ts';
import { startMeasured } from '../measured-server.ts';
import { emptyPlaceIn, type WorkloadFigures, measureWindow, perThousand, targetOf, type Workload } from './workload.ts';

export const saturation: Workload = {
  name: 'saturation',
  isFor: () => true,
  measure: async (bench, name): Promise<WorkloadFigures> => {
    const { documents, underWay, ...timed } = bench.plan.saturation;
    await using place = await emptyPlaceIn(bench, name, documents);
    await using server = await startMeasured(name, place, bench.profileInto);
    await using loads = startLoads(timed.loads, { ...targetOf(bench, server, documents), kind: 'saturate', underWay });
    const used = await measureWindow('saturation', timed, { place, server, loads });
    const results = await loads.results;
    await server.stop();
    const edits = results.reduce((sum, result) => sum + result.edits, 0);
    return {
      'saturation.rate': edits / (timed.measureMs / 1000),
      'saturation.cpu': perThousand(used.serverMs, edits),
      'saturation.beside': perThousand(used.besideMs, edits),
      'saturation.database': perThousand(used.databaseMs, edits),
      'saturation.server': used.serverShare,
      'saturation.load': used.loadShare,
      'saturation.others': used.othersShare,
    };
  },
};
