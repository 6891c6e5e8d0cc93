// Writing a round as a file off the event loop.
import { WorkerHandle } from '@chancery/workers';
import type { FormToWrite, FormWriting } from './write-form-worker.ts';

const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };
const maxMs = 60_000;

/** The bytes of the file. Rejects with the signal's reason when it is aborted. */
export async function writeForm(form: FormToWrite, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  signal.throwIfAborted();
  await using worker = new WorkerHandle<FormWriting>(new URL('./write-form-worker.ts', import.meta.url), { memory });
  return await worker.ask('write', form, { signal, maxMs });
}
