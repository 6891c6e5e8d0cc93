// The editors of a job: so many in each document, each with a paragraph of its own, connected and in possession of the content.

import { addressOf, fillDocuments, firstContentOf } from './fill.ts';
import { Editor } from './clients/editor.ts';
import type { Target } from './job.ts';

/** Client ids of editors begin here, so that all of them take as many bytes. */
export const firstClientId = 100_000;

/** The editors of each document, in the order of the target's. */
export async function openEditors(target: Target, editors: number): Promise<readonly (readonly Editor[])[]> {
  const first = firstContentOf(target);
  const fillers = await fillDocuments(target, first);
  const byDocument = target.documents.map((document) =>
    first.paragraphs.slice(0, editors).map((paragraph, index) => {
      return new Editor(addressOf(target, document), firstClientId + document * editors + index, paragraph);
    }),
  );
  await Promise.all(byDocument.flat().map(({ client }) => client.ready));
  // Not before: a server may put away a document that nobody has open.
  await Promise.all(fillers.map((client) => client.close()));
  return byDocument;
}

export async function closeEditors(byDocument: readonly (readonly Editor[])[]): Promise<void> {
  await Promise.all(byDocument.flat().map(({ client }) => client.close()));
}
