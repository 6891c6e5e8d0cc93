// The bounds on the bodies of requests: JSON is small, and an upload is never held beyond its limit.
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ProblemError, problemResponse } from './problem.ts';

const maxJsonBytes = 256 * 1024;

/** Refuses bodies above 256 KB before they are read, except at addresses whose endpoints read an upload within a limit of their own. */
export function limitBodies(isUpload: (path: string) => boolean): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: maxJsonBytes,
    onError: () => problemResponse({ code: 'too-large', maxBytes: maxJsonBytes }, 'The request is too large.'),
  });
  return (http, next) => (isUpload(http.req.path) ? next() : limit(http, next));
}

export interface Upload {
  readonly body: ReadableStream<Uint8Array> | null;
  /** As the client declares it; 0 when it does not. */
  readonly length: number;
}

/** The bytes of the upload; throws too-large, with this sentence, at the first byte beyond `maxBytes`. */
export async function readUpload({ body, length }: Upload, maxBytes: number, sentence: string): Promise<Uint8Array> {
  if (length > maxBytes) {
    await body?.cancel();
    throw new ProblemError({ code: 'too-large', maxBytes }, sentence);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the stream.
    if (size > maxBytes) throw new ProblemError({ code: 'too-large', maxBytes }, sentence);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
