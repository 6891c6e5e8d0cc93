// The allowances of one session: how many messages, bytes and requests for the whole text it may send in how much time (SPEC.md H2).
import type { Limits } from '../limits.ts';

/** One object with few fields: there is one for each connection. */
export class Allowances {
  private readonly limits: Limits;
  private messages: number;
  private bytes: number;
  private steps: number;
  private filledAt: number;

  constructor(limits: Limits, now: number) {
    this.limits = limits;
    this.messages = limits.messageBurst;
    this.bytes = limits.byteBurst;
    this.steps = limits.stepBurst;
    this.filledAt = now;
  }

  /** Takes one message of that length; says what there was too much of, null when it may pass. */
  takeMessage(now: number, byteLength: number): 'messages' | 'bytes' | null {
    this.fill(now);
    if (this.messages < 1) return 'messages';
    this.messages -= 1;
    if (this.bytes < byteLength) return 'bytes';
    this.bytes -= byteLength;
    return null;
  }

  /** Takes one request for the whole text; false when there were too many. */
  takeStep(now: number): boolean {
    this.fill(now);
    if (this.steps < 1) return false;
    this.steps -= 1;
    return true;
  }

  private fill(now: number): void {
    const seconds = Math.max(0, now - this.filledAt) / 1000;
    this.filledAt = now;
    if (seconds === 0) return;
    const { limits } = this;
    this.messages = Math.min(limits.messageBurst, this.messages + seconds * limits.messagesPerSecond);
    this.bytes = Math.min(limits.byteBurst, this.bytes + seconds * limits.bytesPerSecond);
    this.steps = Math.min(limits.stepBurst, this.steps + seconds * limits.stepsPerSecond);
  }
}
