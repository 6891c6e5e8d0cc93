// The gate of a room: whether content may enter, and what is held while it is frozen (SPEC.md G1-G6).
import type { RoomSession } from '../session/session.ts';
import type { ContentMessage } from '../wire/client-message.ts';

interface HeldContent {
  readonly session: RoomSession;
  readonly content: ContentMessage;
}

type GateState =
  | { readonly status: 'open' }
  | { readonly status: 'read-only' }
  | { readonly status: 'frozen'; readonly released: PromiseWithResolvers<void>; readonly wasReadOnly: boolean };

export class Gate {
  private state: GateState = { status: 'open' };
  private held: HeldContent[] = [];

  get isFrozen(): boolean {
    return this.state.status === 'frozen';
  }

  get isReadOnly(): boolean {
    return this.state.status === 'read-only';
  }

  hold(held: HeldContent): void {
    this.held.push(held);
  }

  holdsOf(session: RoomSession): boolean {
    return this.held.some((held) => held.session === session);
  }

  /** Resolves when nothing is frozen; several that wait go on one at a time. */
  async whenReleased(): Promise<void> {
    while (this.state.status === 'frozen') await this.state.released.promise;
  }

  /** Call it only where `isFrozen` is false. */
  freeze(): void {
    this.state = { status: 'frozen', released: Promise.withResolvers(), wasReadOnly: this.isReadOnly };
  }

  /** Ends the freeze, and gives what was held, in the order of arrival. */
  release(outcome: 'thaw' | 'read-only'): readonly HeldContent[] {
    if (this.state.status !== 'frozen') return [];
    const { released, wasReadOnly } = this.state;
    this.state = { status: outcome === 'read-only' || wasReadOnly ? 'read-only' : 'open' };
    released.resolve();
    const held = this.held;
    this.held = [];
    return held;
  }

  /** The log's word: the document takes no content. */
  fence(): void {
    if (this.state.status === 'open') this.state = { status: 'read-only' };
    else if (this.state.status === 'frozen') this.state = { ...this.state, wasReadOnly: true };
  }

  /** Rights are asked again: they alone decide from now on. */
  forgetReadOnly(): void {
    if (this.state.status === 'read-only') this.state = { status: 'open' };
    else if (this.state.status === 'frozen') this.state = { ...this.state, wasReadOnly: false };
  }
}
