// The editing history as people read it: the latest spells of work, whatever of the log is compacted.
import type { ResponseOf } from '@chancery/contract';
import { type AgencyId, asId, type PersonId } from '@chancery/domain';
import type { EditingHistory } from '@chancery/store';
import { decodeAttribution, type Spell } from '@chancery/sync/compaction';

type SpellView = ResponseOf<'readHistory'>['spells'][number];

const maxSpells = 200;

/** The latest spells first. Edits of several people at once are spells side by side. */
export function spellsOf(history: EditingHistory): SpellView[] {
  const latest = allSpells(history)
    .toSorted((a, b) => b.to - a.to)
    .slice(0, maxSpells);
  return latest.map(toView);
}

/** True when an edit of the answer is this person's. */
export function hasEdited(person: PersonId, history: EditingHistory): boolean {
  return allSpells(history).some(({ author }) => author?.person === person);
}

function allSpells({ attribution, edits }: EditingHistory): readonly Spell[] {
  const { spells } = decodeAttribution(attribution);
  for (const { person, agency, at } of edits) spells.add(person === null ? null : { person, agency: agency ?? '' }, at);
  return spells.all;
}

function toView({ author, from, to, edits }: Spell): SpellView {
  return { ...authorView(author), from, to, edits };
}

/** An author of the log as the contract names one; null for the server itself. */
export function authorView(author: Spell['author']): { person: PersonId | null; agency: AgencyId | null } {
  if (author === null) return { person: null, agency: null };
  return { person: asId<PersonId>(author.person), agency: asId<AgencyId>(author.agency) };
}
