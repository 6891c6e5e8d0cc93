// This server among the others of the same database: what it says to them, who is there, and what is done with what they say.
import { randomUUID } from 'node:crypto';
import { type Bus, type Clock, every } from '@chancery/sync';
import type { Logger } from 'pino';
import type { Decided } from '../decision/decide.ts';
import { decodeMessage, encodeMessage, type Message, type Said } from './messages.ts';
import { Peers } from './peers.ts';
import { Replies } from './replies.ts';

/** What a server does when another has said something. */
export interface Hearing {
  /** Resolves when the rights of the round hold here. */
  decided(decided: Decided): Promise<void>;
  /** Events and ended sign-ins: for those who are connected to this server. */
  told(message: Extract<Message, { kind: 'told' | 'told-person' | 'session-ended' }>): void;
  /** Messages may have been missed. */
  lost(): void;
}

/** How long a decision waits for the others at most. The text is safe by the fence in its row; this is for the screens. */
const replyWithinMs = 1_000;
const hereEveryMs = 3_000;

export interface ClusterParts {
  readonly bus: Bus;
  readonly serverId: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly hearing: Hearing;
  /** False while nobody can be heard: who was there before then still counts. */
  readonly isConnected: () => boolean;
  /** By then every server has looked into the database by itself. */
  readonly lookedWithinMs: number;
}

export interface Cluster extends Disposable {
  /** Says it to all other servers; what is not heard is not said again. */
  say(message: Message): void;
  /** Tells the others of a committed decision; resolves when the rights hold with all that are there, within about a second. */
  tellDecided(decided: Decided): Promise<void>;
}

/** One server alone: nobody hears. */
export const alone: Cluster = { say: () => {}, tellDecided: async () => {}, [Symbol.dispose]: () => {} };

/** Joins the others. Disposing says goodbye. */
export function joinCluster(parts: ClusterParts): Cluster {
  return new Joined(parts);
}

class Joined implements Cluster {
  readonly #parts: ClusterParts;
  readonly #peers: Peers;
  readonly #replies: Replies;
  readonly #listening: Disposable;
  readonly #beat: Disposable;

  constructor(parts: ClusterParts) {
    this.#parts = parts;
    this.#peers = new Peers(parts.clock);
    this.#replies = new Replies(parts.clock);
    this.#listening = parts.bus.listen({ message: (bytes) => this.#hear(decodeMessage(bytes)), lost: () => this.#comeBack() });
    this.say({ kind: 'hello' });
    this.#beat = every(parts.clock, hereEveryMs, () => this.#keepAlive());
  }

  say(message: Message): void {
    this.#parts.bus.publish(encodeMessage(this.#parts.serverId, message));
  }

  async tellDecided(decided: Decided): Promise<void> {
    const serverIds = decided.keepsRights ? [] : this.#peers.list();
    const ask = randomUUID();
    const replied = this.#replies.all(ask, serverIds, this.#parts.isConnected() ? replyWithinMs : this.#parts.lookedWithinMs);
    this.say({ kind: 'decided', ...decided, ask: serverIds.length === 0 ? null : ask });
    const silent = await replied;
    // Asked no more until they are heard again: one dead server must not slow down every decision.
    if (this.#parts.isConnected()) for (const serverId of silent) this.#peers.forget(serverId);
  }

  [Symbol.dispose](): void {
    this.#beat[Symbol.dispose]();
    this.say({ kind: 'gone' });
    this.#listening[Symbol.dispose]();
  }

  #hear(said: Said | null): void {
    if (said === null) return;
    const { node: serverId, word: message } = said;
    if (message.kind === 'gone') return this.#peers.forget(serverId);
    if (this.#peers.hear(serverId) || message.kind === 'hello') this.say({ kind: 'here' });
    switch (message.kind) {
      case 'hello':
      case 'here':
        return;
      case 'seen':
        return this.#replies.hear(message.ask, serverId);
      case 'decided':
        return void this.#follow(message);
      default:
        return this.#parts.hearing.told(message);
    }
  }

  /** No reply when it fails: the asker goes on by itself, and this server looks again within half a second. */
  async #follow({ round, revision, keepsRights, ask }: Extract<Message, { kind: 'decided' }>): Promise<void> {
    try {
      await this.#parts.hearing.decided({ round, revision, keepsRights });
      if (ask !== null) this.say({ kind: 'seen', ask });
    } catch (cause) {
      this.#parts.log.warn({ event: 'decision-not-followed', round, err: cause });
    }
  }

  #comeBack(): void {
    this.say({ kind: 'hello' });
    this.#parts.hearing.lost();
  }

  #keepAlive(): void {
    this.say({ kind: 'here' });
    if (this.#parts.isConnected()) this.#peers.forgetSilent();
  }
}
