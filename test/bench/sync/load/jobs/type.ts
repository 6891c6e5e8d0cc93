// Typing at a steady pace: how long an edit takes to each other editor and to its acknowledgement.

import { monotonicMs } from '../../processor.ts';
import { forEachArrival } from '../arrivals.ts';
import type { Editor } from '../clients/editor.ts';
import { closeEditors, openEditors } from '../editors.ts';
import type { Stage, TypedEdits, TypeJob, TypeResult, Window } from '../job.ts';

/** After the last edit, for those that are under way. */
const settleMs = 500;

export async function type(job: TypeJob, stage: Stage): Promise<TypeResult> {
  const byDocument = await openEditors(job, job.editors);
  const window = await stage.ready();
  const seen = new Map<number, number>();
  const delivery: number[] = [];
  const acknowledgement: number[] = [];
  const gone = Promise.withResolvers<void>();
  for (const editors of byDocument) listen(editors, { window, seen, delivery, acknowledgement, gone: gone.resolve });
  await typeUntil(byDocument.flat(), job.editsPerSecond, window.until, gone.promise);
  await Promise.race([new Promise((resolve) => setTimeout(resolve, settleMs)), gone.promise]);
  await closeEditors(byDocument);
  const typed = byDocument.flatMap((editors, index) => editors.map((editor) => typedBy(editor, job.documents[index] ?? 0, seen)));
  const edits = typed.reduce((sum, { sentAt }) => sum + sentAt.filter((at) => isWithin(window, at)).length, 0);
  return { edits, delivery: Float64Array.from(delivery), acknowledgement: Float64Array.from(acknowledgement), editors: typed };
}

interface Notes {
  readonly window: Window;
  /** Characters of each client id that another editor has received. */
  readonly seen: Map<number, number>;
  readonly delivery: number[];
  readonly acknowledgement: number[];
  readonly gone: () => void;
}

function listen(editors: readonly Editor[], { window, seen, delivery, acknowledgement, gone }: Notes): void {
  const byClient = new Map(editors.map((editor) => [editor.typist.client, editor]));
  const note = (samples: number[], editor: Editor, from: number, until: number): void => {
    const now = monotonicMs();
    for (const at of editor.sentAt.slice(from, until)) if (isWithin(window, at)) samples.push(now - at);
  };
  for (const receiver of editors) {
    const update = (bytes: Uint8Array): void =>
      forEachArrival(bytes, (client, from, until) => {
        const sender = byClient.get(client);
        if (sender === undefined || sender === receiver) return;
        seen.set(client, Math.max(seen.get(client) ?? 0, until));
        note(delivery, sender, from, until);
      });
    receiver.listen({ update, closed: gone }, (from, until) => note(acknowledgement, receiver, from, until));
  }
}

/** Each editor at its own phase of the interval. Resolves at `until`, or when the server is gone. */
async function typeUntil(editors: readonly Editor[], editsPerSecond: number, until: number, gone: Promise<void>): Promise<void> {
  const intervalMs = 1000 / editsPerSecond;
  const startedAt = monotonicMs();
  let isOver = false;
  const typeOn = (editor: Editor, dueAt: number): void => {
    if (isOver || dueAt > until) return;
    setTimeout(
      () => {
        if (isOver) return;
        editor.type();
        typeOn(editor, dueAt + intervalMs);
      },
      Math.max(0, dueAt - monotonicMs()),
    );
  };
  for (const [index, editor] of editors.entries()) typeOn(editor, startedAt + (intervalMs * index) / editors.length);
  await Promise.race([new Promise((resolve) => setTimeout(resolve, until - startedAt)), gone]);
  isOver = true;
}

function typedBy(editor: Editor, document: number, seen: ReadonlyMap<number, number>): TypedEdits {
  const { client } = editor.typist;
  return {
    document,
    client,
    sentAt: Float64Array.from(editor.sentAt),
    acknowledged: editor.acknowledged,
    seen: seen.get(client) ?? 0,
  };
}

function isWithin({ from, until }: Window, at: number): boolean {
  return at >= from && at < until;
}
