// The response that carries a link down to its client: a body that goes on until one side ends it.
import { joinFrames, writeFrame } from '@chancery/sync/link';
import type { Clock, Socket } from '@chancery/sync';

/** Kept ready for a connection that can take more. */
const readyBytes = 64 * 1024;
/** How long the last frames may take to leave. */
const farewellMs = 5_000;

export class DownStream implements Socket {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  readonly #clock: Clock;
  readonly #cut: () => void;

  /** `left` is called when the client has gone; `cut` must tear the connection down. */
  constructor({ clock, left, cut }: { clock: Clock; left: () => void; cut: () => void }) {
    this.#clock = clock;
    this.#cut = cut;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => {
          this.#controller = null;
          left();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: readyBytes }),
    );
  }

  get bufferedBytes(): number {
    return readyBytes - (this.#controller?.desiredSize ?? readyBytes);
  }

  send(frame: Uint8Array): void {
    this.#controller?.enqueue(joinFrames([frame]));
  }

  /** HTTP has no close codes: a last frame says why. */
  close(code: number, reason: string): void {
    if (this.#controller === null) return;
    this.send(writeFrame({ kind: 'ended', code, reason }));
    this.#controller.close();
    this.#controller = null;
    // A client that does not read would keep the connection, and all that waits for it.
    this.#clock.after(farewellMs, this.#cut);
  }
}
