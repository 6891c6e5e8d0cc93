// The first reply of a client, with which it delivers what the server lacked, and what has overtaken it. Both outlive the connection: what was
// held of it while the room was frozen enters after a thaw.

const nothing: readonly Uint8Array[] = [];

export class FirstReply {
  private hasCome = false;
  private early = nothing;

  get isIn(): boolean {
    return this.hasCome;
  }

  /** True while content waits for it. */
  get isAwaited(): boolean {
    return this.early.length > 0;
  }

  /** Keeps content that came before it and builds on what it will bring (R5). */
  keepEarly(update: Uint8Array): void {
    this.early = [...this.early, update];
  }

  takeEarly(): readonly Uint8Array[] {
    const { early } = this;
    this.early = nothing;
    return early;
  }

  markIn(): void {
    this.hasCome = true;
  }
}
