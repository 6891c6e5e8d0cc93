// A recorded editing session that is typed again at clients that ship, one for each of its authors.
import * as Y from 'yjs';
import type { CrashClient } from './client.ts';
import { receivedIn, rehearse, type TraceStep, type Trace } from './trace.ts';

export class Replay {
  readonly #authors: readonly ReplayingAuthor[];
  #reached: { readonly count: number; readonly resolve: () => void } | null = null;

  constructor(trace: Trace, clients: readonly CrashClient[]) {
    const steps = rehearse(trace);
    this.#authors = clients.map((client, agent) => new ReplayingAuthor(client, { trace, agent, steps: steps[agent] ?? [] }));
    for (const author of this.#authors) author.onStep = () => this.#look();
  }

  /** How many transactions each author has made so far. */
  get made(): readonly number[] {
    return this.#authors.map((author) => author.made);
  }

  /** From here on everything goes by itself. */
  begins(): void {
    for (const author of this.#authors) author.begins();
  }

  /** Resolves in the turn in which so many transactions are made; one may be waited for at a time. */
  async reaches(count: number): Promise<void> {
    const reached = Promise.withResolvers<void>();
    this.#reached = { count, resolve: reached.resolve };
    this.#look();
    await reached.promise;
  }

  #look(): void {
    if (this.#reached === null || this.made.reduce((sum, made) => sum + made, 0) < this.#reached.count) return;
    this.#reached.resolve();
    this.#reached = null;
  }
}

interface Part {
  readonly trace: Trace;
  readonly agent: number;
  readonly steps: readonly TraceStep[];
}

/** Sends each step as soon as what it builds on has arrived. */
class ReplayingAuthor {
  onStep = () => {};
  readonly #client: CrashClient;
  readonly #part: Part;
  #sent = 0;
  #isWaiting = false;

  constructor(client: CrashClient, part: Part) {
    this.#client = client;
    this.#part = part;
  }

  get made(): number {
    return this.#part.steps[this.#sent - 1]?.upTo ?? 0;
  }

  begins(): void {
    this.#client.doc.on('update', () => this.#goOnSoon());
    this.#goOnSoon();
  }

  /** Once for all that one turn of the event loop brings. */
  #goOnSoon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setImmediate(() => {
      this.#isWaiting = false;
      this.#goOn();
    });
  }

  #goOn(): void {
    const { trace, agent: own, steps } = this.#part;
    const { doc } = this.#client;
    const received = receivedIn(doc, trace);
    const isThere = ({ needs }: TraceStep) => needs.every((count, agent) => agent === own || count <= (received[agent] ?? 0));
    for (let step = steps[this.#sent]; step !== undefined && isThere(step); step = steps[this.#sent]) {
      const { update } = step;
      this.#sent += 1;
      this.#client.edit(() => Y.applyUpdate(doc, update));
    }
    this.onStep();
  }
}
