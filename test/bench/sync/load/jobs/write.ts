// A day's edits: single ones, each of them an update of its own in the log of a server that keeps updates.

import { forEachArrival } from '../arrivals.ts';
import { LoadClient } from '../clients/client.ts';
import { firstClientId } from '../editors.ts';
import { addressOf, fillDocuments, firstContentOf } from '../fill.ts';
import type { FirstContent } from '../clients/first-content.ts';
import type { WriteJob } from '../job.ts';
import { LoadTypist } from '../clients/typist.ts';

/** A connection, and those whose edits go over it in turn. */
interface Lane {
  readonly client: LoadClient;
  readonly typists: readonly LoadTypist[];
}

/** Edits under way on a lane of several typists. */
const underWay = 16;

export async function write(job: WriteJob): Promise<null> {
  const first = firstContentOf(job);
  const fillers = await fillDocuments(job, first);
  const lanes = job.documents.flatMap((document) => openLanes(job, document, first));
  await Promise.all(lanes.map(({ client }) => client.ready));
  await Promise.all(fillers.map((client) => client.close()));
  await Promise.all(lanes.map((lane) => writeAll(job, lane)));
  await Promise.all(lanes.map(({ client }) => client.close()));
  return null;
}

/** Where a server merges what one connection sends between two commits, each editor has a connection and waits for each commit. */
function openLanes(job: WriteJob, document: number, first: FirstContent): readonly Lane[] {
  const typists = first.paragraphs.slice(0, job.editors).map((paragraph, index) => new LoadTypist(firstClientId + index, paragraph));
  const open = (): LoadClient => new LoadClient({ ...addressOf(job, document), isDeaf: job.traits.mergesByConnection });
  return job.traits.mergesByConnection ? typists.map((typist) => ({ client: open(), typists: [typist] })) : [{ client: open(), typists }];
}

async function writeAll({ edits, editors, traits }: WriteJob, { client, typists }: Lane): Promise<void> {
  const total = (edits / editors) * typists.length;
  const written = Promise.withResolvers<void>();
  let [sent, confirmed] = [0, 0];
  const writeOn = (): void => {
    for (; sent < total && sent - confirmed < (typists.length === 1 ? 1 : underWay); sent += 1) {
      const typist = typists[sent % typists.length];
      if (typist !== undefined) client.send(typist.type());
    }
    if (confirmed >= total) written.resolve();
  };
  const confirm = (count: number): void => {
    confirmed = count;
    writeOn();
  };
  const echoed = (update: Uint8Array): void => forEachArrival(update, (_, from, until) => confirm(confirmed + until - from));
  client.listener = {
    ...(traits.confirmsBy === 'echo' ? { update: echoed } : { acknowledged: confirm }),
    closed: () => written.reject(new Error('the server closed a connection while it was written to')),
  };
  writeOn();
  await written.promise;
}
