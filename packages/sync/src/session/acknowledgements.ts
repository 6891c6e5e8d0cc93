// The content frames of one connection: received, placed in the room's order of updates, and committed.

/** How many updates the room has accepted, and up to which of them the log has all. */
export interface Progress {
  readonly accepted: number;
  readonly committed: number;
}

interface Mark {
  frame: number;
  /** The frames up to this one are committed when the room's updates up to this revision are. */
  readonly revision: number;
  bytes: number;
}

export class Acknowledgements {
  private received = 0;
  private acknowledged = 0;
  private unmarkedBytes = 0;
  private markedBytes = 0;
  /** Null for none: there are many connections, and most await nothing. */
  private marks: Mark[] | null = null;

  get waiting(): { readonly frames: number; readonly bytes: number } {
    return { frames: this.received - this.acknowledged, bytes: this.unmarkedBytes + this.markedBytes };
  }

  /** Counts one content frame (W3: empty ones too) and returns the bytes that now await their commit. */
  receive(byteLength: number): number {
    this.received += 1;
    this.unmarkedBytes += byteLength;
    return this.unmarkedBytes + this.markedBytes;
  }

  /** Says that every frame received so far is covered by the room's updates up to `revision`, which never goes back. */
  mark(revision: number): void {
    this.marks ??= [];
    const last = this.marks.at(-1);
    if (last?.revision === revision) {
      last.frame = this.received;
      last.bytes += this.unmarkedBytes;
    } else {
      this.marks.push({ frame: this.received, revision, bytes: this.unmarkedBytes });
    }
    this.markedBytes += this.unmarkedBytes;
    this.unmarkedBytes = 0;
  }

  /** Returns how many frames are committed when the room is committed up to `revision`, or null when that is no news. */
  committed(revision: number): number | null {
    let frames: number | null = null;
    for (let mark = this.marks?.[0]; mark !== undefined && mark.revision <= revision; mark = this.marks?.[0]) {
      this.marks?.shift();
      this.markedBytes -= mark.bytes;
      frames = mark.frame;
    }
    if (this.marks?.length === 0) this.marks = null;
    this.acknowledged = frames ?? this.acknowledged;
    return frames;
  }
}
