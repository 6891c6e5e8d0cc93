// The difference between two texts, word by word: what a person saw against what stands now, what an edit would change.
import { editScript } from './edit-script.ts';

export interface TextPassage {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words that may have come or gone; where more have, whole lines are compared, and beyond so many of those the middle is one removal and one addition. */
const maxChanges = 1_400;

/**
 * The passages that turn `before` into `after`, in reading order; neighbours are of different kinds, a removal comes before the addition in its
 * place. Spaces and line breaks belong to the word after them. Takes some 20 ms a megabyte, and never more than another 30 ms.
 */
export function wordDifference(before: string, after: string): readonly TextPassage[] {
  return differenceOf(wordsOf(before), wordsOf(after)) ?? differenceOf(linesOf(before), linesOf(after)) ?? replaced(before, after);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+/gu) ?? [];
}

function linesOf(text: string): readonly string[] {
  return text.match(/\n*[^\n]+|\n+/gu) ?? [];
}

/** Null when too much has changed. */
function differenceOf(old: readonly string[], now: readonly string[]): readonly TextPassage[] | null {
  const head = countEqual(old.length, now.length, (index) => old[index] === now[index]);
  const room = { old: old.length - head, now: now.length - head };
  const tail = countEqual(room.old, room.now, (index) => old[old.length - 1 - index] === now[now.length - 1 - index]);
  const [gone, come] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const script = editScript(gone, come, maxChanges);
  if (script === null) return null;
  const passages = new Passages();
  passages.add('same', old.slice(0, head));
  let [at, to] = [0, 0];
  for (const step of script) {
    passages.add(step, [(step === 'added' ? come[to] : gone[at]) ?? '']);
    if (step !== 'added') at += 1;
    if (step !== 'removed') to += 1;
  }
  passages.add('same', old.slice(old.length - tail));
  return passages.all();
}

function countEqual(left: number, right: number, isEqual: (index: number) => boolean): number {
  let count = 0;
  while (count < left && count < right && isEqual(count)) count += 1;
  return count;
}

function replaced(before: string, after: string): readonly TextPassage[] {
  const passages = new Passages();
  passages.add('removed', [before]);
  passages.add('added', [after]);
  return passages.all();
}

/** Passages as they come, joined with their neighbours; between two that stay, what goes comes before what is new. */
class Passages {
  readonly #all: TextPassage[] = [];
  #texts: Record<TextPassage['kind'], string[]> = { same: [], removed: [], added: [] };

  add(kind: TextPassage['kind'], words: readonly string[]): void {
    if (words.length === 0) return;
    const isSame = kind === 'same';
    if (isSame ? this.#texts.removed.length + this.#texts.added.length > 0 : this.#texts.same.length > 0) this.#close();
    for (const word of words) this.#texts[kind].push(word);
  }

  all(): readonly TextPassage[] {
    this.#close();
    return this.#all;
  }

  #close(): void {
    for (const kind of ['same', 'removed', 'added'] as const) {
      const text = this.#texts[kind].join('');
      if (text !== '') this.#all.push({ kind, text });
    }
    this.#texts = { same: [], removed: [], added: [] };
  }
}
