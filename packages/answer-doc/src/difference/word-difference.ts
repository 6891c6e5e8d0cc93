// The difference between two texts, word by word: what a person saw against what stands now, what an edit would change.

export interface TextPassage {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many words times words, the changed middle is shown as one removal and one addition. */
const comparisonLimit = 4_000_000;

/** The passages that turn `before` into `after`, in reading order; neighbours are of different kinds. Spaces and line breaks belong to the word after them. */
export function wordDifference(before: string, after: string): readonly TextPassage[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const head = countEqual(old.length, now.length, (index) => old[index] === now[index]);
  const room = { old: old.length - head, now: now.length - head };
  const tail = countEqual(room.old, room.now, (index) => old[old.length - 1 - index] === now[now.length - 1 - index]);
  const middle = compareWords(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return joined([
    ...old.slice(0, head).map((text): TextPassage => ({ kind: 'same', text })),
    ...middle,
    ...old.slice(old.length - tail).map((text): TextPassage => ({ kind: 'same', text })),
  ]);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+\s*?(?=\s|$)|\s+/gu) ?? [];
}

function countEqual(left: number, right: number, isEqual: (index: number) => boolean): number {
  let count = 0;
  while (count < left && count < right && isEqual(count)) count += 1;
  return count;
}

function compareWords(old: readonly string[], now: readonly string[]): readonly TextPassage[] {
  if (old.length * now.length > comparisonLimit) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ];
  }
  return walk(old, now, commonLengths(old, now));
}

/** Row by row from the end: the length of the longest common run of words from (i, j) on. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] = old[i] === now[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly Uint32Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function walk(old: readonly string[], now: readonly string[], lengths: readonly Uint32Array[]): readonly TextPassage[] {
  const passages: TextPassage[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [left, right] = [old[i], now[j]];
    if (left !== undefined && left === right) {
      passages.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      passages.push({ kind: 'removed', text: left });
      i += 1;
    } else if (right !== undefined) {
      passages.push({ kind: 'added', text: right });
      j += 1;
    }
  }
  return passages;
}

function joined(passages: readonly TextPassage[]): readonly TextPassage[] {
  const result: TextPassage[] = [];
  for (const passage of passages) {
    const last = result.at(-1);
    if (last?.kind === passage.kind) result[result.length - 1] = { kind: last.kind, text: last.text + passage.text };
    else result.push(passage);
  }
  return result;
}
