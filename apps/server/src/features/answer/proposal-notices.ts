// Owns who is told of a proposal: its author, once when it is kept and once when somebody else has settled it.
import { can, type PersonId, type Question } from '@chancery/domain';
import type { NewNotice, Proposal } from '@chancery/store';
import type { RefusedUpdate } from '@chancery/sync';
import { actorOf, placeOf } from '../../round/access.ts';
import { questionOf, type RoundState } from '../../round/round-state.ts';
import type { SignedIn } from '../../sign-in/session.ts';

/** Says why the words are beside the answer. Nobody is told of an answer that they may read no longer. */
export function noticeOfKept(
  state: RoundState,
  question: Question,
  person: PersonId,
  { reason, at }: Pick<RefusedUpdate, 'reason' | 'at'>,
): readonly NewNotice[] {
  if (!mayRead(state, question, person)) return [];
  return [{ person, round: state.id, question: question.id, kind: 'proposal-kept', details: { reason }, at }];
}

export interface Settled {
  readonly outcome: 'accepted' | 'declined';
  readonly by: SignedIn['person'];
  readonly reason: string;
  readonly at: number;
}

export function noticesOfSettled(state: RoundState, proposal: Proposal, { outcome, by, reason, at }: Settled): readonly NewNotice[] {
  const { person, question } = proposal;
  if (person === null || person === by.id || !mayRead(state, questionOf(state, question), person)) return [];
  return [{ person, round: state.id, question, kind: `proposal-${outcome}`, details: { by: by.name, reason }, at }];
}

function mayRead(state: RoundState, question: Question, id: PersonId): boolean {
  const person = state.people.get(id);
  return person !== undefined && can(actorOf(state, person), 'read', placeOf(state, question));
}
