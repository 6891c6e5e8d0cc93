// Fetching a file with progress. It keeps the bytes; saving them is another matter.
import { Failure, failureOf } from '../api/failure.ts';

export interface FetchedFile {
  readonly name: string;
  readonly bytes: Blob;
}

interface Fetching {
  readonly path: string;
  readonly signal: AbortSignal;
  /** Bytes so far, of so many; null when the server does not say how many. */
  readonly onReceived: (received: number, of: number | null) => void;
}

/** Fetches the whole file; throws `Failure`, or the signal's reason when it was aborted. */
export async function fetchFile({ path, signal, onReceived }: Fetching): Promise<FetchedFile> {
  const response = await answerOf(path, signal);
  if (!response.ok) throw await failureOf(response);
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  // The length of compressed bytes says nothing about those that arrive here.
  const of = Number.isFinite(length) && length > 0 && !response.headers.has('content-encoding') ? length : null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  try {
    for await (const part of piecesOf(response)) {
      parts.push(part);
      received += part.byteLength;
      onReceived(received, of);
    }
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    throw new Failure('unreachable', null, thrown);
  }
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  return { name: fileNameIn(response.headers.get('content-disposition')) ?? 'chancery', bytes: new Blob(parts, { type }) };
}

/** The name in a `Content-Disposition` header as this server writes it, or null. */
export function fileNameIn(disposition: string | null): string | null {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? null;
}

async function answerOf(path: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, { signal, credentials: 'same-origin' });
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    throw new Failure('unreachable', null, thrown);
  }
}

async function* piecesOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const reader = (response.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}
