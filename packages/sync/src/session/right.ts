// The right of a session: whether it writes now, why it does not, and the questions about it that are under way.
import type { Access } from '../member.ts';
import type { RefusalReason } from '../ports.ts';

export class Right {
  private granted: Access;
  private why: RefusalReason;
  private asked = 0;

  constructor(access: Access) {
    this.granted = access;
    this.why = access === 'write' ? 'right-lost' : 'reader';
  }

  get access(): Access {
    return this.granted;
  }

  /** Why the session may not write, where it may not. */
  get whyNotWrite(): RefusalReason {
    return this.why;
  }

  /** False when that is the right already. `reason` is reported with what the session still writes. */
  change(access: Access, reason: 'right-lost' | 'frozen'): boolean {
    if (access === this.granted) return false;
    this.granted = access;
    this.why = reason;
    return true;
  }

  /** Begins to ask for it again; of several questions under way only the latest counts. */
  askAgain(): number {
    this.asked += 1;
    return this.asked;
  }

  isLatest(asked: number): boolean {
    return this.asked === asked;
  }
}
