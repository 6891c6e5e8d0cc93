// Owns this server among the others of the same database: what it says to them, who is there, and what is done with what they say.
import { randomUUID } from 'node:crypto';
import { type Bus, type Clock, every } from '@chancery/sync';
import type { Logger } from 'pino';
import { Answers } from './answers.ts';
import { Peers } from './peers.ts';
import { type Decided, decodeWord, encodeWord, type Said, type Word } from './words.ts';

/** What a server does when another has said something. */
export interface Hearing {
  /** Resolves when the rights of the round hold here. */
  decided(decided: Decided): Promise<void>;
  /** Events and ended sign-ins: for those who are connected to this server. */
  told(word: Extract<Word, { kind: 'told' | 'told-person' | 'session-ended' }>): void;
  /** Words may have been missed. */
  lost(): void;
}

/** How long a decision waits for the others at most. The text is safe by the fence in its row; this is for the screens. */
const answerWithinMs = 1_000;
const hereEveryMs = 3_000;

export interface ClusterParts {
  readonly bus: Bus;
  readonly node: string;
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
  say(word: Word): void;
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
  readonly #answers: Answers;
  readonly #listening: Disposable;
  readonly #beat: Disposable;

  constructor(parts: ClusterParts) {
    this.#parts = parts;
    this.#peers = new Peers(parts.clock);
    this.#answers = new Answers(parts.clock);
    this.#listening = parts.bus.listen({ message: (bytes) => this.#hear(decodeWord(bytes)), lost: () => this.#comeBack() });
    this.say({ kind: 'hello' });
    this.#beat = every(parts.clock, hereEveryMs, () => this.#keepAlive());
  }

  say(word: Word): void {
    this.#parts.bus.publish(encodeWord(this.#parts.node, word));
  }

  async tellDecided(decided: Decided): Promise<void> {
    const nodes = decided.keepsRights ? [] : this.#peers.list();
    const ask = randomUUID();
    const answered = this.#answers.all(ask, nodes, this.#parts.isConnected() ? answerWithinMs : this.#parts.lookedWithinMs);
    this.say({ kind: 'decided', ...decided, ask: nodes.length === 0 ? null : ask });
    const silent = await answered;
    // Asked no more until they are heard again: one dead server must not slow down every decision.
    if (this.#parts.isConnected()) for (const node of silent) this.#peers.forget(node);
  }

  [Symbol.dispose](): void {
    this.#beat[Symbol.dispose]();
    this.say({ kind: 'gone' });
    this.#listening[Symbol.dispose]();
  }

  #hear(said: Said | null): void {
    if (said === null) return;
    const { node, word } = said;
    if (word.kind === 'gone') return this.#peers.forget(node);
    if (this.#peers.hear(node) || word.kind === 'hello') this.say({ kind: 'here' });
    switch (word.kind) {
      case 'hello':
      case 'here':
        return;
      case 'seen':
        return this.#answers.hear(word.ask, node);
      case 'decided':
        return void this.#follow(word);
      default:
        return this.#parts.hearing.told(word);
    }
  }

  /** Not answered when it fails: the asker goes on by itself, and this server looks again within half a second. */
  async #follow({ round, revision, keepsRights, ask }: Extract<Word, { kind: 'decided' }>): Promise<void> {
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
