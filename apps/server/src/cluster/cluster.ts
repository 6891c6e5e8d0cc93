// This server among the others of the same database: what it says to them, and what is done with what they say.
import { randomUUID } from 'node:crypto';
import type { Bus, Clock, ClusterMembership } from '@chancery/sync';
import type { Logger } from 'pino';
import type { Decided } from '../decision/decide.ts';
import { decodeMessage, encodeMessage, type Message, type Said } from './messages.ts';
import { Replies } from './replies.ts';

/** What a server does when another has said something. */
export interface Hearing {
  /** Resolves when the rights of the round hold here. */
  decided(decided: Decided): Promise<void>;
  /** Events and ended sign-ins: for those who are connected to this server. */
  told(message: Extract<Message, { kind: 'told' | 'told-person' | 'sign-in-ended' }>): void;
  /** Messages may have been missed. */
  lost(): void;
}

/** How long a decision waits for the others at most. The text is safe by the fence in its row; this is for the screens. */
const replyWithinMs = 1_000;

export interface ClusterParts {
  readonly bus: Bus;
  readonly membership: ClusterMembership;
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

/** Joins the others. */
export function joinCluster(parts: ClusterParts): Cluster {
  return new Joined(parts);
}

class Joined implements Cluster {
  readonly #parts: ClusterParts;
  /** The peers whose reply a decision waits for. */
  readonly #peers = new Set<string>();
  readonly #replies: Replies;
  readonly #listening: Disposable;
  readonly #watching: Disposable;

  constructor(parts: ClusterParts) {
    this.#parts = parts;
    this.#replies = new Replies(parts.clock);
    this.#listening = parts.bus.listen({ message: (bytes) => this.#hear(decodeMessage(bytes)), lost: () => parts.hearing.lost() });
    this.#watching = parts.membership.watch({
      heard: (serverId) => this.#peers.add(serverId),
      went: (serverId) => parts.isConnected() && this.#peers.delete(serverId),
    });
  }

  say(message: Message): void {
    this.#parts.bus.publish(encodeMessage(this.#parts.membership.serverId, message));
  }

  async tellDecided(decided: Decided): Promise<void> {
    const serverIds = decided.keepsRights ? [] : [...this.#peers];
    const request = randomUUID();
    const replied = this.#replies.all(request, serverIds, this.#parts.isConnected() ? replyWithinMs : this.#parts.lookedWithinMs);
    this.say({ kind: 'decided', ...decided, request: serverIds.length === 0 ? null : request });
    const silent = await replied;
    // Asked no more until they are heard again: one dead server must not slow down every decision.
    if (this.#parts.isConnected()) for (const serverId of silent) this.#peers.delete(serverId);
  }

  [Symbol.dispose](): void {
    this.#watching[Symbol.dispose]();
    this.#listening[Symbol.dispose]();
  }

  #hear(said: Said | null): void {
    if (said === null) return;
    const { serverId, message } = said;
    this.#parts.membership.hear(serverId);
    switch (message.kind) {
      case 'seen':
        return this.#replies.hear(message.request, serverId);
      case 'decided':
        return void this.#follow(message);
      default:
        return this.#parts.hearing.told(message);
    }
  }

  /** No reply when it fails: the other server goes on without one, and this one looks again within half a second. */
  async #follow({ round, revision, keepsRights, request }: Extract<Message, { kind: 'decided' }>): Promise<void> {
    try {
      await this.#parts.hearing.decided({ round, revision, keepsRights });
      if (request !== null) this.say({ kind: 'seen', request });
    } catch (cause) {
      this.#parts.log.warn({ event: 'decision-not-followed', round, err: cause });
    }
  }
}
