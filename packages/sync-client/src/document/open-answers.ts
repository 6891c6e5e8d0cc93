// Owns which answers are open in a tab: one for each address. Left with words that are not saved, an answer stays open until they are.
import type { LiveAnswer, OnScreen } from './live-answer.ts';

interface Entry {
  readonly live: LiveAnswer;
  /** Screens that show it. */
  shownBy: number;
}

export class OpenAnswers {
  private readonly entries = new Map<string, Entry>();
  private readonly tellHolding: (isHolding: boolean) => void;
  private isHolding = false;

  /** `tellHolding`: whether words of this tab are not saved, at each change of that. */
  constructor(tellHolding: (isHolding: boolean) => void) {
    this.tellHolding = tellHolding;
  }

  /** The answer that is open at the address, or a new one. Whoever takes it leaves it once. */
  take(address: string, open: () => LiveAnswer): LiveAnswer {
    const entry = this.entries.get(address) ?? this.add(address, open());
    entry.shownBy += 1;
    return entry.live;
  }

  leave(address: string): void {
    const entry = this.entries.get(address);
    if (entry === undefined) return;
    entry.shownBy -= 1;
    this.changed(address, entry);
  }

  private add(address: string, live: LiveAnswer): Entry {
    const entry: Entry = { live, shownBy: 0 };
    this.entries.set(address, entry);
    live.subscribe(() => this.changed(address, entry));
    return entry;
  }

  private changed(address: string, entry: Entry): void {
    if (entry.shownBy === 0 && !holdsUnsavedWords(entry.live.current()) && this.entries.delete(address)) entry.live[Symbol.dispose]();
    const isHolding = [...this.entries.values()].some(({ live }) => holdsUnsavedWords(live.current()));
    if (isHolding === this.isHolding) return;
    this.isHolding = isHolding;
    this.tellHolding(isHolding);
  }
}

/** After an ending that is not mended by itself there is nothing to wait for. */
function holdsUnsavedWords({ state, isRebuilding }: OnScreen): boolean {
  if (isRebuilding) return true;
  return (state.status === 'open' && state.saving !== 'saved') || (state.status === 'offline' && state.hasUnsavedEdits);
}
