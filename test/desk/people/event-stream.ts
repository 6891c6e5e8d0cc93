// Listening to the server-sent events of a round.
import type { RoundEvent } from '@chancery/contract';
import { ask, type Visitor } from '../request.ts';

export class EventStream implements AsyncDisposable {
  readonly heard: RoundEvent[] = [];
  /** True once the server has ended the stream. */
  hasEnded = false;
  readonly #stop: AbortController;
  readonly #reading: Promise<void>;

  private constructor(body: ReadableStream<Uint8Array>, stop: AbortController) {
    this.#stop = stop;
    this.#reading = this.#read(body).then(
      () => void (this.hasEnded = true),
      (cause: unknown) => {
        // Stopping it is the only error that this side expects.
        if (!stop.signal.aborted) throw cause;
      },
    );
  }

  static async open(visitor: Visitor, path: string): Promise<EventStream> {
    const stop = new AbortController();
    const response = await ask(visitor, path, { signal: stop.signal });
    if (response.body === null) throw new Error('the stream has no body');
    return new EventStream(response.body, stop);
  }

  /** Kinds that were heard of this question. */
  heardOf(question: string): readonly string[] {
    return this.heard.filter((event) => 'question' in event && event.question === question).map((event) => event.kind);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#reading;
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data: ')) this.heard.push(JSON.parse(line.slice(6)) as RoundEvent);
    }
  }
}
