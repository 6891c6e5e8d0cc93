// Owns the editing history as people read it: spells of one person's work instead of thousands of updates.
import type { AnswerOf } from '@chancery/contract';
import type { Edit } from '@chancery/store';

type Spell = AnswerOf<'readHistory'>['spells'][number];

/** A pause longer than this begins a new spell. */
const pauseMs = 10 * 60_000;
const mostSpells = 200;

/** The latest spells first. Edits of several people at once are spells side by side. */
export function spellsOf(edits: readonly Edit[]): Spell[] {
  const spells: Spell[] = [];
  const current = new Map<string, Spell>();
  for (const { person, agency, at } of edits) {
    const key = `${person ?? ''}/${agency ?? ''}`;
    const spell = current.get(key);
    if (spell !== undefined && at - spell.to <= pauseMs) {
      spell.to = at;
      spell.edits += 1;
      continue;
    }
    const begun = { person, agency, from: at, to: at, edits: 1 };
    current.set(key, begun);
    spells.push(begun);
  }
  return spells.sort((a, b) => b.to - a.to).slice(0, mostSpells);
}
