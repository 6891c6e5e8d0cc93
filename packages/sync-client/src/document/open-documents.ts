// The documents that are open in a tab, one for each address. Left with edits that are not saved, one stays open until they are.
import type { LiveDocument, LiveState } from './live-document.ts';

interface Entry {
  readonly live: LiveDocument;
  /** Screens that show it. */
  shownBy: number;
}

export class OpenDocuments {
  readonly #entries = new Map<string, Entry>();
  readonly #tellHolding: (isHolding: boolean) => void;
  #isHolding = false;

  /** `tellHolding`: whether edits of this tab are not saved, at each change of that. */
  constructor(tellHolding: (isHolding: boolean) => void) {
    this.#tellHolding = tellHolding;
  }

  /** The document that is open at the address, or a new one. Anyone who takes it leaves it once. */
  take(address: string, open: () => LiveDocument): LiveDocument {
    const entry = this.#entries.get(address) ?? this.#add(address, open());
    entry.shownBy += 1;
    return entry.live;
  }

  leave(address: string): void {
    const entry = this.#entries.get(address);
    if (entry === undefined) return;
    entry.shownBy -= 1;
    this.#changed(address, entry);
  }

  #add(address: string, live: LiveDocument): Entry {
    const entry: Entry = { live, shownBy: 0 };
    this.#entries.set(address, entry);
    live.subscribe(() => this.#changed(address, entry));
    return entry;
  }

  #changed(address: string, entry: Entry): void {
    if (entry.shownBy === 0 && !holdsUnsavedEdits(entry.live.current()) && this.#entries.delete(address)) entry.live[Symbol.dispose]();
    const isHolding = [...this.#entries.values()].some(({ live }) => holdsUnsavedEdits(live.current()));
    if (isHolding === this.#isHolding) return;
    this.#isHolding = isHolding;
    this.#tellHolding(isHolding);
  }
}

/** After an ending that is not mended by itself there is nothing to wait for. */
function holdsUnsavedEdits({ state, isRebuilding }: LiveState): boolean {
  if (isRebuilding) return true;
  return (state.status === 'open' && state.saving !== 'saved') || (state.status === 'offline' && state.hasUnsavedEdits);
}
