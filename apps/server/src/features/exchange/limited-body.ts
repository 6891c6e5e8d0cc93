// Owns reading an upload without ever holding more of it than is allowed.
import { ProblemError } from '../../problem.ts';

export interface Upload {
  readonly body: ReadableStream<Uint8Array> | null;
  /** As the client declares it; 0 when it does not. */
  readonly length: number;
}

/** The bytes of the upload; throws too-large at the first byte beyond `limit`. */
export async function readLimited({ body, length }: Upload, limit: number): Promise<Uint8Array> {
  if (length > limit) {
    await body?.cancel();
    throw tooLarge(limit);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the stream.
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function tooLarge(limit: number): ProblemError {
  return new ProblemError(
    'too-large',
    `The file is larger than ${Math.floor(limit / 1024 / 1024)} MB. Save it as plain text or Markdown without pictures and try again.`,
  );
}
