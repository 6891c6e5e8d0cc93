// What decisions about the round itself share: its settings, its agencies and its people.
import { type EntryDraft, isCoordinator, type Signatory } from '@chancery/domain';
import { actorOf } from '../round/access.ts';
import { type ActingPerson, entryBy } from './decide.ts';
import { RefusalError } from '../http/problem.ts';
import type { RoundState } from '../round/round-state.ts';

/** Settings change, and agencies and people come, only while the round is open. Members can be changed and removed at any time. */
export function checkOpen(state: RoundState): void {
  if (state.facts.phase !== 'open') throw new RefusalError({ code: 'round-not-open' });
}

/** The entry of such a decision, by a coordinator or an administrator where no other capacity is named. */
export function managementEntry(
  state: RoundState,
  author: ActingPerson,
  said: Pick<EntryDraft, 'kind' | 'words' | 'details'>,
  as?: Signatory['role'],
): EntryDraft {
  const role = as ?? (isCoordinator(actorOf(state, author.person), state.facts) ? 'coordinator' : 'administrator');
  return { ...said, ...entryBy(state, author, role), scope: [] };
}
