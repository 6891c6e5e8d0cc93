// Owns a day's edits: single ones, each of them an update of its own in the log of a server that keeps updates.

import { forEachArrival } from './arrivals.ts';
import type { Editor } from './editor.ts';
import { closeEditors, openEditors } from './editors.ts';
import type { WriteJob } from './job.ts';

export async function write(job: WriteJob): Promise<null> {
  const byDocument = await openEditors(job, job.editors);
  const each = job.edits / job.editors;
  await Promise.all(byDocument.flat().map((editor) => writeAll(editor, each, job.traits.confirmsBy === 'echo')));
  await closeEditors(byDocument);
  return null;
}

/** The next edit follows when the server has said that it has the one before. */
async function writeAll(editor: Editor, edits: number, isEchoed: boolean): Promise<void> {
  const written = Promise.withResolvers<void>();
  const confirmed = (count: number): void => {
    if (count < editor.typist.typed) return;
    if (count >= edits) written.resolve();
    else editor.type();
  };
  const update = (bytes: Uint8Array): void =>
    forEachArrival(bytes, (client, _, until) => {
      if (isEchoed && client === editor.typist.client) confirmed(until);
    });
  const closed = (): void => written.reject(new Error('the server closed a connection while it was written to'));
  editor.listen({ update, closed }, (_, until) => confirmed(until));
  editor.type();
  await written.promise;
}
