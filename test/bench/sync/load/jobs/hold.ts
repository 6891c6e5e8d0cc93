// Readers that hold documents open and do nothing.

import { LoadClient } from '../clients/client.ts';
import { addressOf } from '../fill.ts';
import type { HoldJob, Stage } from '../job.ts';

const clientsAtOnce = 50;

export async function hold(job: HoldJob, stage: Stage): Promise<null> {
  const clients: LoadClient[] = [];
  for (let from = 0; from < job.documents.length; from += clientsAtOnce) {
    const opened = job.documents.slice(from, from + clientsAtOnce).map((document) => new LoadClient(addressOf(job, document)));
    await Promise.all(opened.map((client) => client.ready));
    clients.push(...opened);
  }
  await stage.ready();
  await stage.stopped;
  await Promise.all(clients.map((client) => client.close()));
  return null;
}
