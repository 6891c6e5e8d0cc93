// A closed loop: as many edits as the server can pass on.

import { monotonicMs } from '../../processor.ts';
import { forEachArrival } from '../arrivals.ts';
import type { Editor } from '../clients/editor.ts';
import { closeEditors, openEditors } from '../editors.ts';
import type { SaturateJob, SaturateResult, Stage } from '../job.ts';

export async function saturate(job: SaturateJob, stage: Stage): Promise<SaturateResult> {
  const byDocument = await openEditors(job, 2);
  const { from, until } = await stage.ready();
  const ended = Promise.withResolvers<void>();
  let edits = 0;
  const arrived = (count: number): boolean => {
    const now = monotonicMs();
    if (now >= until) {
      ended.resolve();
      return false;
    }
    if (now >= from) edits += count;
    return true;
  };
  const closed = (code: number): void => ended.reject(new Error(`the server closed a connection under load with ${code}`));
  for (const [one, other] of byDocument) {
    if (one === undefined || other === undefined) continue;
    follow(one, other, arrived, closed);
    follow(other, one, arrived, closed);
  }
  const late = setTimeout(ended.resolve, until - monotonicMs());
  for (const editor of byDocument.flat()) for (let count = 0; count < job.underWay; count += 1) editor.type();
  await ended.promise;
  clearTimeout(late);
  for (const editor of byDocument.flat()) editor.listen({});
  await closeEditors(byDocument);
  return { edits };
}

/** `sender` types on as soon as `receiver` has something of it. */
function follow(sender: Editor, receiver: Editor, arrived: (count: number) => boolean, closed: (code: number) => void): void {
  let received = 0;
  const update = (bytes: Uint8Array): void =>
    forEachArrival(bytes, (client, _, until) => {
      if (client !== sender.typist.client || until <= received) return;
      const count = until - received;
      received = until;
      if (arrived(count)) for (let more = 0; more < count; more += 1) sender.type();
    });
  receiver.listen({ update, closed });
}
