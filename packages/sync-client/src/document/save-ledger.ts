// Owns the count behind "Saved": content frames sent on this connection, frames the server says are committed, edits that no frame has carried yet.
import { messageTypes, syncMessageTypes } from '@chancery/sync/close-codes';

/** `everything`: a sync step 2, which carries all that the server lacked. `edit`: one update. */
export type ContentFrame = 'everything' | 'edit';

/** What content a message carries, or null when it carries none. Both numbers of a message are below 128, so they are its first two bytes. */
export function contentFrameOf(message: Uint8Array): ContentFrame | null {
  if (message[0] !== messageTypes.sync) return null;
  if (message[1] === syncMessageTypes.syncStep2) return 'everything';
  return message[1] === syncMessageTypes.update ? 'edit' : null;
}

/** An edit that waits this long for its commit is told of as late. */
export const lateMs = 10_000;

export class SaveLedger {
  private sent = 0;
  private committed = 0;
  private hasUnsentEdits = false;
  /** Since when edits wait, or since the last commit among them; null while none waits. */
  private waitingSince: number | null = null;
  private readonly now: () => number;

  /** `now`: milliseconds from any beginning, never backwards. */
  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** True when every edit made here is committed. */
  get isSaved(): boolean {
    return !this.hasUnsentEdits && this.committed >= this.sent;
  }

  /** Milliseconds until what waits is late, 0 when it is; null while nothing waits. */
  get lateIn(): number | null {
    return this.waitingSince === null ? null : Math.max(0, this.waitingSince + lateMs - this.now());
  }

  /** The numbering of frames begins anew with each connection; what was not acknowledged by then counts as not sent. */
  connectionStarted(): void {
    this.connectionLost();
  }

  connectionLost(): void {
    if (this.committed < this.sent) this.hasUnsentEdits = true;
    this.sent = 0;
    this.committed = 0;
    this.wait();
  }

  frameSent(frame: ContentFrame): void {
    this.sent += 1;
    if (frame === 'everything') this.hasUnsentEdits = false;
    this.wait();
  }

  editedWithoutConnection(): void {
    this.hasUnsentEdits = true;
    this.wait();
  }

  /** The server has committed the first `frames` content frames of this connection. */
  acknowledged(frames: number): void {
    if (frames <= this.committed) return;
    this.committed = frames;
    this.waitingSince = null;
    this.wait();
  }

  private wait(): void {
    if (this.isSaved) this.waitingSince = null;
    else this.waitingSince ??= this.now();
  }
}
