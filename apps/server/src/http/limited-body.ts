// Owns reading an upload without ever holding more of it than is allowed.
import { ProblemError } from './problem.ts';

export interface Upload {
  readonly body: ReadableStream<Uint8Array> | null;
  /** As the client declares it; 0 when it does not. */
  readonly length: number;
}

/** The bytes of the upload; throws too-large, with this sentence, at the first byte beyond `limit`. */
export async function readLimited({ body, length }: Upload, limit: number, sentence: string): Promise<Uint8Array> {
  if (length > limit) {
    await body?.cancel();
    throw new ProblemError('too-large', sentence);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the stream.
    if (size > limit) throw new ProblemError('too-large', sentence);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
