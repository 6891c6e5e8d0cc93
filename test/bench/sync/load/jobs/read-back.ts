// Reading documents back after a crash.

import * as Y from 'yjs';
import { LoadClient } from '../clients/client.ts';
import { addressOf } from '../fill.ts';
import type { ReadBackJob, ReadBackResult } from '../job.ts';

/** A server may reply before it has read a document, and send the rest later. */
const settleMs = 1_500;

export async function readBack(job: ReadBackJob): Promise<ReadBackResult> {
  const readings = job.documents.map((document) => {
    const doc = new Y.Doc();
    const receive = (update: Uint8Array): void => Y.applyUpdate(doc, update);
    return { document, doc, client: new LoadClient(addressOf(job, document), { content: receive, update: receive }) };
  });
  await Promise.all(readings.map(({ client }) => client.ready));
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  await Promise.all(readings.map(({ client }) => client.close()));
  return { documents: new Map(readings.map(({ document, doc }) => [document, charactersByClient(doc)])) };
}

function charactersByClient(doc: Y.Doc): ReadonlyMap<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc));
}
