// The group commit: one append to the log for all documents, one at a time, and a failing document alone (SPEC.md D2-D6).
import type { RoomEvents } from '../events.ts';
import type { Limits } from '../limits.ts';
import type { Appended, Clock, DocumentId, PendingUpdate, UpdateLog } from '../ports.ts';
import type { Uncommitted } from './uncommitted.ts';

interface Retry {
  readonly failures: number;
  readonly dueAt: number;
}

interface Parts {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly events: Required<RoomEvents>;
}

export class GroupCommit {
  private readonly parts: Parts;
  /** Documents with updates to write, in the order in which they asked. */
  private readonly waiting = new Set<Uncommitted>();
  private readonly failing = new Map<Uncommitted, Retry>();
  private isAppending = false;
  private hasJustRetried = false;
  private isDraining = false;
  private timer: Disposable | null = null;
  private timerAt = Number.POSITIVE_INFINITY;
  private drained: (() => void) | null = null;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Sees to it that all that waits in `uncommitted` is written within `commitEveryMs`, or as soon as the log takes it. */
  request(uncommitted: Uncommitted): void {
    if (!this.failing.has(uncommitted)) this.waiting.add(uncommitted);
    this.schedule();
  }

  /** Nothing of it shall be written any more. */
  forget(uncommitted: Uncommitted): void {
    this.waiting.delete(uncommitted);
    this.failing.delete(uncommitted);
  }

  /** Writes what waits without delay; resolves when the log has all of it, or `withinMs` have passed. Nothing is written afterwards. */
  async drain(withinMs: number): Promise<void> {
    this.isDraining = true;
    const drained = Promise.withResolvers<void>();
    this.drained = drained.resolve;
    const deadline = this.parts.clock.after(withinMs, drained.resolve);
    this.schedule();
    await drained.promise;
    deadline[Symbol.dispose]();
    this.timer?.[Symbol.dispose]();
    this.waiting.clear();
    this.failing.clear();
  }

  private schedule(): void {
    if (this.isAppending) return;
    if (this.waiting.size === 0 && this.failing.size === 0) {
      this.drained?.();
      return;
    }
    const now = this.parts.clock.now();
    const soon = this.waiting.size === 0 ? Number.POSITIVE_INFINITY : now + (this.isDraining ? 0 : this.parts.limits.commitEveryMs);
    const at = Math.min(soon, ...[...this.failing.values()].map((retry) => retry.dueAt));
    if (at >= this.timerAt) return;
    this.timer?.[Symbol.dispose]();
    this.timerAt = at;
    this.timer = this.parts.clock.after(Math.max(0, at - now), () => {
      this.timer = null;
      this.timerAt = Number.POSITIVE_INFINITY;
      void this.write(this.next());
    });
  }

  /** The failing document that is longest due, alone, or else every healthy one together. They alternate, so that neither starves (D5). */
  private next(): readonly Uncommitted[] {
    const now = this.parts.clock.now();
    const due = [...this.failing].filter(([, retry]) => retry.dueAt <= now).sort(([, one], [, other]) => one.dueAt - other.dueAt);
    const retry = due[0]?.[0];
    this.hasJustRetried = retry !== undefined && (this.waiting.size === 0 || !this.hasJustRetried);
    if (retry !== undefined && this.hasJustRetried) return [retry];
    const documents = [...this.waiting];
    this.waiting.clear();
    return documents;
  }

  private async write(documents: readonly Uncommitted[]): Promise<void> {
    const batch: PendingUpdate[] = [];
    const taken = documents.filter((uncommitted) => this.collect(uncommitted, batch));
    if (batch.length === 0) return this.schedule();
    this.isAppending = true;
    const outcomes = await this.append(batch, taken);
    this.isAppending = false;
    for (const uncommitted of taken) {
      if (outcomes === null) continue; // it has failed, and waits for its retry
      const outcome = outcomes.get(uncommitted.document);
      if (outcome === undefined) {
        this.fail(uncommitted, new Error(`the log did not say what became of document ${uncommitted.document}`));
        continue;
      }
      this.failing.delete(uncommitted);
      uncommitted.settle(outcome);
      if (!uncommitted.isEmpty) this.waiting.add(uncommitted);
    }
    this.schedule();
  }

  private collect(uncommitted: Uncommitted, batch: PendingUpdate[]): boolean {
    try {
      batch.push(...uncommitted.take());
      return true;
    } catch (cause) {
      this.fail(uncommitted, cause); // one bad document never stops the others
      return false;
    }
  }

  /** Null when the log did not take the batch: every document of it is then failing. */
  private async append(
    batch: readonly PendingUpdate[],
    documents: readonly Uncommitted[],
  ): Promise<ReadonlyMap<DocumentId, Appended> | null> {
    const began = this.parts.clock.now();
    try {
      const outcomes = await this.parts.log.append(batch);
      const bytes = batch.reduce((sum, update) => sum + update.bytes.length, 0);
      this.parts.events.appended({ documents: documents.length, updates: batch.length, bytes, ms: this.parts.clock.now() - began });
      return outcomes;
    } catch (cause) {
      for (const uncommitted of documents) this.fail(uncommitted, cause);
      return null;
    }
  }

  private fail(uncommitted: Uncommitted, cause: unknown): void {
    const { limits, clock } = this.parts;
    const failures = (this.failing.get(uncommitted)?.failures ?? 0) + 1;
    const pauseMs = Math.min(limits.maxRetryMs, limits.retryMs * 2 ** (failures - 1));
    this.waiting.delete(uncommitted);
    this.failing.set(uncommitted, { failures, dueAt: clock.now() + pauseMs });
    uncommitted.fail(cause);
  }
}
