// The count behind "Saved": edits made here, content frames that carry them on this connection, and what of it the server has committed.
import type { ContentFrame } from './counting-socket.ts';

/** An edit that waits this long for its commit is told of as late. */
export const lateMs = 10_000;

export class SaveLedger {
  readonly #now: () => number;
  #made = 0;
  #saved = 0;
  #sent = 0;
  #committed = 0;
  /** True while the frames of this connection carry every edit made here: after a sync step 2, until an edit cannot be sent. */
  #isWhole = false;
  /** The frames under way, and how many edits are saved once each of them is committed. */
  readonly #underWay: { readonly frame: number; readonly edits: number }[] = [];
  /** Since when edits wait, or since the last commit among them; null while none waits. */
  #waitingSince: number | null = null;

  /** `now`: milliseconds from any beginning. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Edits made here. */
  get made(): number {
    return this.#made;
  }

  /** How many of them, in their order, are committed. They stay so whatever happens to the connection. */
  get saved(): number {
    return this.#saved;
  }

  /** True when every edit made here is committed. The frames that each connection begins with hold nothing of somebody who made none. */
  get isSaved(): boolean {
    return this.#made === 0 || (this.#saved === this.#made && this.#underWay.length === 0);
  }

  /** Milliseconds until what waits is late, 0 when it is; null while nothing waits. */
  get lateIn(): number | null {
    return this.#waitingSince === null ? null : Math.max(0, this.#waitingSince + lateMs - this.#now());
  }

  /** The numbering of frames begins again with each connection; what is not acknowledged by then counts as not sent. */
  connectionStarted(): void {
    this.#sent = 0;
    this.#committed = 0;
    this.#isWhole = false;
    this.#underWay.length = 0;
    this.#wait();
  }

  frameSent(frame: ContentFrame): void {
    this.#sent += 1;
    if (frame === 'edit') return;
    this.#isWhole = true;
    this.#carry();
    this.#wait();
  }

  /** An edit was made here. `isSent`: the last frame carries it. */
  edited(isSent: boolean): void {
    this.#made += 1;
    if (!isSent) this.#isWhole = false;
    if (this.#isWhole) this.#carry();
    this.#wait();
  }

  /** The server has committed the first `frames` content frames of this connection. */
  acknowledged(frames: number): void {
    if (frames <= this.#committed) return;
    this.#committed = frames;
    const settled = this.#underWay.findLastIndex(({ frame }) => frame <= frames);
    this.#saved = Math.max(this.#saved, this.#underWay[settled]?.edits ?? 0);
    this.#underWay.splice(0, settled + 1);
    this.#waitingSince = null;
    this.#wait();
  }

  #carry(): void {
    this.#underWay.push({ frame: this.#sent, edits: this.#made });
  }

  #wait(): void {
    if (this.isSaved) this.#waitingSince = null;
    else this.#waitingSince ??= this.#now();
  }
}
