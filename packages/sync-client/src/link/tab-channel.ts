// One channel of a tab's link, as its opener holds it.

export interface ChannelListener {
  opened(): void;
  received(message: Uint8Array): void;
  /** The server's code for this document, or that of the link's end. The last word. */
  closed(code: number, reason: string): void;
}

interface ChannelLine {
  send(message: Uint8Array): void;
  close(): void;
}

export class TabChannel {
  readonly path: string;
  readonly listener: ChannelListener;
  /** Given by the link when it opens the channel; null until then. */
  number: number | null = null;
  readonly #line: ChannelLine;

  constructor(path: string, listener: ChannelListener, line: ChannelLine) {
    this.path = path;
    this.listener = listener;
    this.#line = line;
  }

  send(message: Uint8Array): void {
    this.#line.send(message);
  }

  /** Ends the channel from this side; nothing is reported any more. */
  close(): void {
    this.#line.close();
  }
}
