// How far one room has followed the log: its own commits and those of peers, in the log's order (SPEC.md V1-V4).
// The log's order is causal: a server knows of another's edit only once that is committed.
import * as Y from 'yjs';
import type { CommittedContent } from '../wire/peer-message.ts';
import type { Limits } from '../limits.ts';
import type { Clock, DocumentId, StoredDocument, UpdateLog } from '../ports.ts';

/** What a room is told of the log. */
export interface Follower {
  /** Takes what a peer committed. */
  take(content: Pick<CommittedContent, 'bytes' | 'owners'>): void;
  /** The history was replaced while it was in memory. */
  replaced(): void;
  /** The log has less than it had: what it had confirmed is gone from it. */
  wentBack(): void;
  /** The log could not be read; it is tried again at the next comparison. */
  unreadable(cause: unknown): void;
}

interface FollowingParts {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly limits: Limits;
}

/** A range of the log beyond a gap. `content` null: this server's own, which the document has. */
interface Ahead {
  readonly first: number;
  readonly last: number;
  readonly content: CommittedContent | null;
}

export class Following implements Disposable {
  /** The document has everything up to this sequence of the log. */
  sequence: number;
  private readonly document: DocumentId;
  private readonly epoch: number;
  private readonly follower: Follower;
  private readonly parts: FollowingParts;
  private ahead: Ahead[] = [];
  private reading: Promise<void> | null = null;
  private gap: Disposable | null = null;
  private isOver = false;
  /** Where the log was at the last comparison, if that was ahead of the document. */
  private behind: number | null = null;

  /** `stored`: what was loaded. */
  constructor(document: DocumentId, stored: Pick<StoredDocument, 'epoch' | 'sequence'>, follower: Follower, parts: FollowingParts) {
    this.document = document;
    this.epoch = stored.epoch;
    this.sequence = stored.sequence;
    this.follower = follower;
    this.parts = parts;
  }

  /** This server committed these sequences. */
  own(first: number, last: number): void {
    this.place({ first, last, content: null });
  }

  /** A peer says that it committed this. */
  hear(content: CommittedContent): void {
    this.place({ first: content.first, last: content.last, content });
  }

  /** Reads from the log what is missing; resolves when the document has all that was committed at the call. Rejects with the log's error. */
  async catchUp(): Promise<void> {
    // One that is under way may have asked before what this call is about was committed.
    while (this.reading !== null) await this.reading.catch(() => {});
    if (this.isOver) return;
    this.reading = this.read().finally(() => (this.reading = null));
    await this.reading;
  }

  /**
   * Compares with the log's head, which was asked for when the document had everything up to `since`. Twice behind it at one sequence, the
   * document has missed something; ahead of it, the log has gone back.
   */
  compare(head: number, since: number): void {
    if (head < since) return this.goBackTo(head);
    const isStuck = this.behind !== null && this.sequence < this.behind;
    this.behind = head > this.sequence ? head : null;
    if (isStuck) this.catchUpSoon();
  }

  /** Goes on from where the log is now. */
  goBackTo(sequence: number): void {
    this.sequence = sequence;
    this.behind = null;
    this.follower.wentBack();
  }

  [Symbol.dispose](): void {
    this.isOver = true;
    this.gap?.[Symbol.dispose]();
  }

  private place(range: Ahead): void {
    if (this.isOver || range.last <= this.sequence) return;
    this.ahead.push(range);
    this.ahead.sort((one, other) => one.first - other.first);
    for (let next = this.ahead[0]; next !== undefined && next.first <= this.sequence + 1; next = this.ahead[0]) {
      this.ahead.shift();
      if (next.last <= this.sequence) continue;
      this.sequence = next.last;
      if (next.content !== null) this.follower.take(next.content);
    }
    if (this.ahead.length > 0) this.watchGap();
    else this.endGap();
  }

  /** What is between may be on its way; after a while the log is asked. */
  private watchGap(): void {
    this.gap ??= this.parts.clock.after(this.parts.limits.gapMs, () => {
      this.gap = null;
      this.catchUpSoon();
    });
  }

  /** A failure is told as `unreadable`, and tried again at the next comparison. */
  catchUpSoon(): void {
    this.catchUp().catch(() => {});
  }

  private endGap(): void {
    this.gap?.[Symbol.dispose]();
    this.gap = null;
  }

  private async read(): Promise<void> {
    try {
      const stored = await this.parts.log.load(this.document, this.sequence);
      if (this.isOver) return;
      if (stored === null || stored.epoch !== this.epoch) return this.follower.replaced();
      const owners = [...stored.owners];
      if (stored.sequence > this.sequence) {
        this.sequence = stored.sequence;
        // As one: of the updates of one append, one may build on a later one.
        if (stored.updates.length > 0) this.follower.take({ bytes: Y.mergeUpdates([...stored.updates]), owners });
      }
    } catch (cause) {
      this.follower.unreadable(cause);
      throw cause;
    }
    const { ahead } = this;
    this.ahead = [];
    this.endGap();
    for (const range of ahead) this.place(range);
  }
}
