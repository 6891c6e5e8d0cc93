// Many clients that open documents at the same moment, and when the last of them holds the whole text.

import * as Y from 'yjs';
import { monotonicMs } from '../../processor.ts';
import { LoadClient } from '../clients/client.ts';
import { addressOf } from '../fill.ts';
import { lengthOf } from '../clients/first-content.ts';
import type { JoinJob, JoinResult, Stage } from '../job.ts';

export async function join(job: JoinJob, stage: Stage): Promise<JoinResult> {
  await stage.ready();
  /** What was found to be the whole text of a document: the same bytes again need not be read again. */
  const whole = new Map<number, Uint8Array>();
  const rounds = Array.from({ length: job.clientsEach }, () => job.documents);
  const clients = rounds.flat().map((document) => joinOne(job, document, whole));
  // The connections stay until this process ends: what closing them costs is not asked.
  return { wholeAt: Math.max(...(await Promise.all(clients))) };
}

function joinOne(job: JoinJob, document: number, whole: Map<number, Uint8Array>): Promise<number> {
  const { promise: hasAll, resolve, reject } = Promise.withResolvers<number>();
  let doc: Y.Doc | null = null;
  const receive = (update: Uint8Array): void => {
    const known = whole.get(document);
    if (doc === null && known !== undefined && Buffer.compare(known, update) === 0) return resolve(monotonicMs());
    const isFirst = doc === null;
    doc ??= new Y.Doc();
    Y.applyUpdate(doc, update);
    if (lengthOf(doc) < job.length) return;
    if (isFirst) whole.set(document, update);
    resolve(monotonicMs());
  };
  const closed = (): void => reject(new Error('the server closed a connection that had just joined'));
  const client = new LoadClient(addressOf(job, document), { content: receive, update: receive, closed });
  client.ready.catch(reject);
  return hasAll;
}
