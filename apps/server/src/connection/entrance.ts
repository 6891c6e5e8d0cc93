// The entrance: how many connections may be on their way in at a time, before anybody knows whose they are.

export interface EntranceLimits {
  readonly inAll: number;
  readonly fromOneAddress: number;
}

/** A ministry comes through one address, with hundreds of tabs at once after a restart. */
const defaultLimits: EntranceLimits = { inAll: 2_048, fromOneAddress: 512 };

export class Entrance {
  readonly #limits: EntranceLimits;
  readonly #byAddress = new Map<string, number>();
  #inAll = 0;

  constructor(limits: EntranceLimits = defaultLimits) {
    this.#limits = limits;
  }

  /** A slot in the entrance until disposed; null when it is full, as a whole or for this address. */
  enter(address: string): Disposable | null {
    const here = this.#byAddress.get(address) ?? 0;
    if (this.#inAll >= this.#limits.inAll || here >= this.#limits.fromOneAddress) return null;
    this.#count(address, 1);
    const slot = new DisposableStack();
    slot.defer(() => this.#count(address, -1));
    return slot;
  }

  #count(address: string, change: 1 | -1): void {
    this.#inAll += change;
    const here = (this.#byAddress.get(address) ?? 0) + change;
    if (here === 0) this.#byAddress.delete(address);
    else this.#byAddress.set(address, here);
  }
}
