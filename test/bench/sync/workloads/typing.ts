// The workload of a working morning: several editors in every document, each at the pace of a person.

import { percentile } from '../../figure.ts';
import { startLoads } from '../loads.ts';
import { startMeasured } from '../measured-server.ts';
import { emptyPlaceIn, type WorkloadFigures, measureWindow, perThousand, targetOf, type Workload } from './workload.ts';

export const typing: Workload = {
  name: 'typing',
  isFor: () => true,
  measure: async (bench, name): Promise<WorkloadFigures> => {
    const { documents, editors, editsPerSecond, ...timed } = bench.plan.typing;
    await using place = await emptyPlaceIn(bench, name, documents);
    await using server = await startMeasured(name, place, bench.profileInto);
    await using loads = startLoads(timed.loads, { ...targetOf(bench, server, documents), kind: 'type', editors, editsPerSecond });
    const used = await measureWindow('typing', timed, { place, server, loads });
    const results = await loads.results;
    await server.stop();
    const edits = results.reduce((sum, result) => sum + result.edits, 0);
    const delivery = results.flatMap((result) => [...result.delivery]);
    const acknowledgement = results.flatMap((result) => [...result.acknowledgement]);
    return {
      'typing.p50': percentile(delivery, 0.5),
      'typing.p99': percentile(delivery, 0.99),
      'typing.acknowledged': acknowledgement.length === 0 ? null : percentile(acknowledgement, 0.99),
      'typing.cpu': perThousand(used.serverMs, edits),
      'typing.beside': perThousand(used.besideMs, edits),
      'typing.database': perThousand(used.databaseMs, edits),
      'typing.delivered': delivery.length / (edits * (editors - 1)),
      'typing.load': used.loadShare,
      'typing.others': used.othersShare,
    };
  },
};
