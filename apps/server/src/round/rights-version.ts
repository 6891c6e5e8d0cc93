// The version of all rights on this server, by which anyone who has just been let in finds out that what was decided may be out of date.

/** What was checked at one moment. */
export interface RightsThen {
  /** False once rights may have changed since: check again. */
  readonly stillHold: boolean;
}

export class RightsVersion {
  #version = 0;

  /**
   * Rights may have changed: a sign-in has ended, or a decision is followed here. Of a decision of another server that is not followed yet,
   * the round watch corrects who is let in meanwhile, and what they write is stopped by the fence in the document's row.
   */
  move(): void {
    this.#version += 1;
  }

  /** Take it before a right is checked, and ask it where the right is made use of. */
  asOfNow(): RightsThen {
    const version = this.#version;
    const isCurrent = () => version === this.#version;
    return {
      get stillHold() {
        return isCurrent();
      },
    };
  }
}
