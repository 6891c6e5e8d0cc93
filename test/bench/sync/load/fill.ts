// The first content of the documents: written by one client each, through the server, as every later edit.

import { documentName } from '../servers/serving.ts';
import { LoadClient, type ClientAddress } from './clients/client.ts';
import { type FirstContent, writeFirstContent } from './clients/first-content.ts';
import type { FillJob, Target } from './job.ts';
import { checkAgainstYjs } from './clients/typist.ts';

/** So many editors have a paragraph of their own. */
const paragraphs = 5;
const clientsAtOnce = 50;
const checkedEdits = 100;

export async function fill(job: FillJob): Promise<null> {
  const clients = await fillDocuments(job, firstContentOf(job));
  await Promise.all(clients.map((client) => client.close()));
  return null;
}

export function firstContentOf({ wordsInAll }: Target): FirstContent {
  const first = writeFirstContent({ paragraphs, wordsInAll });
  checkAgainstYjs(first, checkedEdits);
  return first;
}

export function addressOf({ port, traits }: Target, document: number): ClientAddress {
  return { port, dialect: traits.dialect, document: documentName(document) };
}

/** Resolves with clients that keep the documents open, when the server has all of it; a relay has nothing. */
export async function fillDocuments(target: Target, first: FirstContent): Promise<readonly LoadClient[]> {
  if (!target.traits.stores) return [];
  const clients: LoadClient[] = [];
  for (let from = 0; from < target.documents.length; from += clientsAtOnce) {
    const chunk = target.documents.slice(from, from + clientsAtOnce);
    clients.push(...(await Promise.all(chunk.map((document) => fillOne(target, document, first)))));
  }
  return clients;
}

async function fillOne(target: Target, document: number, first: FirstContent): Promise<LoadClient> {
  const client = new LoadClient(addressOf(target, document));
  await client.ready;
  const confirmed = Promise.withResolvers<void>();
  client.listener = {
    ...(target.traits.confirmsBy === 'echo' ? { update: () => confirmed.resolve() } : { acknowledged: () => confirmed.resolve() }),
    closed: () => confirmed.reject(new Error('the server closed a connection while its document was filled')),
  };
  client.send(first.update);
  await confirmed.promise;
  client.listener = {};
  return client;
}
