// A file sent with progress, which fetch does not tell.
import type { FileEncodingName, ImportPreview } from '@chancery/contract';
import { routes } from '@chancery/contract/routes';
import { fillPath } from '../../../api/call.ts';
import { Failure, failureOf } from '../../../api/failure.ts';

interface Sending {
  readonly round: string;
  readonly file: File;
  /** Of a text file, where a person has chosen it. */
  readonly encoding?: FileEncodingName | undefined;
  readonly signal: AbortSignal;
  /** Share of the file that is sent, 0 to 1. */
  readonly onSent: (share: number) => void;
}

/** Sends the file and gives its preview; throws `Failure`, or the signal's reason when it was aborted. */
export async function uploadForm({ round, file, encoding, signal, onSent }: Sending): Promise<ImportPreview> {
  signal.throwIfAborted();
  const [method = 'POST', pattern = ''] = routes.previewImport.split(' ');
  const request = new XMLHttpRequest();
  request.open(method, fillPath(pattern, { round }));
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
  if (encoding !== undefined) request.setRequestHeader('x-file-encoding', encoding);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
  request.upload.onload = () => onSent(1);
  const response = await answerTo(request, file, signal);
  if (!response.ok) throw await failureOf(response);
  return (await response.json()) as ImportPreview;
}

function answerTo(request: XMLHttpRequest, file: File, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const abort = () => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(new Failure('unreachable', null));
    request.onabort = () => reject(signal.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', abort);
    request.send(file);
  });
}
