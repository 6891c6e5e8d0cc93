// A link over HTTP: one response that goes on for as long as the link, and one request at a time with what is to be sent.
import { closeCodes } from '@chancery/sync/close-codes';
import { FrameSplitter, joinFrames, maxFrameBytes, maxFramesAtOnce, readServerFrame } from '@chancery/sync/link';
import { broken, type OpenTransport, type Transport, type TransportListener } from './transport.ts';

export interface HttpAddress {
  /** Address at which links are opened. */
  readonly url: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** A request that takes longer is as good as lost. */
const sendWithinMs = 60_000;

export function overHttp(address: HttpAddress): OpenTransport {
  return (listener) => new HttpTransport(address, listener);
}

class HttpTransport implements Transport {
  readonly #address: HttpAddress;
  readonly #listener: TransportListener;
  readonly #abort = new AbortController();
  #link: string | null = null;
  #waiting: Uint8Array[] = [];
  #isSending = false;
  #sequence = 0;

  constructor(address: HttpAddress, listener: TransportListener) {
    this.#address = address;
    this.#listener = listener;
    this.#listen().then(
      () => this.#end(broken),
      () => this.#end(broken),
    );
  }

  send(frame: Uint8Array): void {
    this.#waiting.push(frame);
    // What this turn still has to say goes with it.
    if (!this.#isSending) queueMicrotask(() => void this.#sendAll().catch(() => this.#end(broken)));
    this.#isSending = true;
  }

  close(): void {
    this.#abort.abort();
  }

  async #listen(): Promise<void> {
    const response = await this.#post('', this.#abort.signal);
    if (!response.ok || response.body === null) return this.#end(codeOf(response.status));
    const reader = response.body.getReader();
    const splitter = new FrameSplitter();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (const frame of splitter.push(value)) {
        if (this.#abort.signal.aborted) return;
        this.#hear(frame);
      }
    }
  }

  #hear(bytes: Uint8Array): void {
    const frame = readServerFrame(bytes);
    if (frame.kind === 'ended') return this.#end(frame.code, frame.reason);
    if (frame.kind === 'welcome') this.#link = frame.link;
    this.#listener.received(bytes);
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      this.#sequence += 1;
      const path = `/${this.#link ?? ''}/up?sequence=${this.#sequence}`;
      const signal = AbortSignal.any([this.#abort.signal, AbortSignal.timeout(sendWithinMs)]);
      const response = await this.#post(path, signal, joinFrames(this.#nextBatch()));
      if (!response.ok) return this.#end(codeOf(response.status));
      await response.arrayBuffer();
    }
    this.#isSending = false;
  }

  /** As much as one request may carry; at least one frame. */
  #nextBatch(): readonly Uint8Array[] {
    let bytes = 0;
    const end = this.#waiting.findIndex((frame, at) => ((bytes += frame.length) > maxFrameBytes && at > 0) || at === maxFramesAtOnce);
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : end);
  }

  #post(path: string, signal: AbortSignal, body: Uint8Array<ArrayBuffer> | null = null): Promise<Response> {
    const headers = { 'content-type': 'application/octet-stream' };
    return this.#address.fetch(this.#address.url + path, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers,
      body,
      signal,
    });
  }

  #end(code: number, reason = ''): void {
    if (this.#abort.signal.aborted) return;
    this.#abort.abort();
    this.#listener.closed(code, reason);
  }
}

/** What an HTTP status that is no success means, as a close code. */
function codeOf(status: number): number {
  if (status === 401) return closeCodes.notSignedIn;
  if (status === 403) return closeCodes.notPermitted;
  return status === 429 ? closeCodes.tryAgainLater : broken;
}
