// How far this server has followed the decisions of each round: told by the others, and by a look into the database twice a second,
// so that a right acts within a second whatever becomes of what was told.
import type { RoundId } from '@chancery/domain';
import type { Clock } from '@chancery/sync';
import type { Decided } from '../decision/decide.ts';

/** How often the database is asked. */
export const lookEveryMs = 500;

export interface WatchParts {
  readonly clock: Clock;
  /** Rounds that somebody has open on this server. */
  openRounds(): Iterable<RoundId>;
  revisionsOf(rounds: readonly RoundId[]): Promise<ReadonlyMap<RoundId, number>>;
  /** Anyone who was admitted under what held until now asks again. */
  rightsMoved(): void;
  /** Asks again for the rights of everybody in the round, as it is committed. */
  applyRights(round: RoundId): Promise<void>;
  /** The round was found decided on, without having been told. */
  found(round: RoundId): void;
  failed(cause: unknown): void;
}

export class RoundWatch implements Disposable {
  readonly #parts: WatchParts;
  /** Revision that the rights here are at least as new as. */
  readonly #applied = new Map<RoundId, number>();
  readonly #applying = new Map<RoundId, Promise<void>>();
  #timer: Disposable | null = null;
  #isOver = false;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Looks into the database from now on, which one server alone need not. */
  begin(): this {
    this.#timer = this.#parts.clock.after(lookEveryMs, () => void this.#look());
    return this;
  }

  /** As `follow`, for what another server says: a revision that the database does not have is not believed. */
  async hear(decided: Decided): Promise<void> {
    const committed = (await this.#parts.revisionsOf([decided.round])).get(decided.round) ?? 0;
    if (decided.revision <= committed) await this.follow(decided);
  }

  /** Resolves when the rights are as new as this decision of this server's own. */
  async follow({ round, revision, keepsRights }: Decided): Promise<void> {
    const applied = this.#applied.get(round);
    if (keepsRights && (applied === undefined || revision > applied + 1)) return; // whatever came between is found by the next look
    if (applied !== undefined && revision <= applied) return;
    if (keepsRights) this.#applied.set(round, revision);
    else await this.#apply(round, revision);
  }

  [Symbol.dispose](): void {
    this.#isOver = true;
    this.#timer?.[Symbol.dispose]();
  }

  /** One after the other, so that what was read earlier never replaces what was read later. */
  async #apply(round: RoundId, revision: number): Promise<void> {
    this.#parts.rightsMoved();
    const before = this.#applying.get(round) ?? Promise.resolve();
    const turn = before.catch(() => {}).then(() => this.#parts.applyRights(round));
    this.#applying.set(round, turn);
    try {
      await turn;
    } finally {
      if (this.#applying.get(round) === turn) this.#applying.delete(round);
    }
    this.#applied.set(round, Math.max(revision, this.#applied.get(round) ?? 0));
  }

  async #look(): Promise<void> {
    try {
      await this.#compare();
    } catch (cause) {
      this.#parts.failed(cause);
    }
    if (!this.#isOver) this.begin();
  }

  async #compare(): Promise<void> {
    const open = new Set(this.#parts.openRounds());
    for (const round of this.#applied.keys()) if (!open.has(round)) this.#applied.delete(round);
    if (open.size === 0) return;
    for (const [round, revision] of await this.#parts.revisionsOf([...open])) {
      const applied = this.#applied.get(round);
      if (applied !== undefined && revision <= applied) continue;
      // A round that has just been opened here is asked once: a decision may have come between the admission and this look.
      await this.#apply(round, revision);
      if (applied !== undefined) this.#parts.found(round);
    }
  }
}
