// The queue of refused edits: those of one person in one answer one after the other, those that wait merged, and none lost while the server stops.
import type { QuestionOfRound } from '@chancery/store';
import type { RefusedUpdate } from '@chancery/sync';
import { mergeUpdates } from 'yjs';

type Keep = (answer: QuestionOfRound, refused: RefusedUpdate) => Promise<void>;

/** Of one person in one answer, while the one before is being kept: nobody types that fast, and who reconnects to hand over more is hostile. */
const maxWaiting = 1_000;
const maxWaitingBytes = 16 * 1024 * 1024;

interface Queue {
  readonly answer: QuestionOfRound;
  readonly waiting: RefusedUpdate[];
}

export class RefusedEditQueue implements AsyncDisposable {
  readonly #queues = new Map<string, Queue>();
  readonly #working = new Set<Promise<void>>();
  readonly #keep: Keep;
  readonly #failed: (answer: QuestionOfRound, cause: unknown) => void;

  /** `failed` is told of edits that could not be kept. */
  constructor(keep: Keep, failed: (answer: QuestionOfRound, cause: unknown) => void) {
    this.#keep = keep;
    this.#failed = failed;
  }

  take(answer: QuestionOfRound, refused: RefusedUpdate): void {
    const key = `${answer.round}/${answer.question}/${refused.author.person}`;
    const queue = this.#queues.get(key);
    if (queue !== undefined) {
      if (isFull(queue.waiting)) return this.#failed(answer, new Error('more is handed over than can be kept'));
      queue.waiting.push(refused);
      return;
    }
    const begun: Queue = { answer, waiting: [refused] };
    this.#queues.set(key, begun);
    const working = this.#work(key, begun).finally(() => this.#working.delete(working));
    this.#working.add(working);
  }

  /** Resolves when all that was taken is kept. */
  async [Symbol.asyncDispose](): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working);
  }

  async #work(key: string, { answer, waiting }: Queue): Promise<void> {
    await Promise.resolve(); // the frames of one turn come together
    while (waiting.length > 0) {
      for (const refused of joined(waiting.splice(0))) {
        await this.#keep(answer, refused).catch((cause: unknown) => this.#failed(answer, cause));
      }
    }
    this.#queues.delete(key);
  }
}

function isFull(waiting: readonly RefusedUpdate[]): boolean {
  return waiting.length >= maxWaiting || waiting.reduce((sum, { bytes }) => sum + bytes.length, 0) >= maxWaitingBytes;
}

/** Those that follow each other for the same reason as one; whole old documents stay as they are. */
function joined(edits: readonly RefusedUpdate[]): readonly RefusedUpdate[] {
  const result: RefusedUpdate[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last === undefined || last.reason !== edit.reason || edit.reason === 'older-epoch') result.push(edit);
    else result[result.length - 1] = { ...last, bytes: mergeUpdates([last.bytes, edit.bytes]) };
  }
  return result;
}
