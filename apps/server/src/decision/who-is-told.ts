// Who is told of what: one notice for each person whom something concerns, never for the one who did it.
import {
  type Assignment,
  type Instant,
  isAssignedTo,
  isCoordinator,
  type PersonId,
  type QuestionId,
  readsAnswers,
  type TakenBack,
} from '@chancery/domain';
import type { NewComment, NewNotice, Person, Proposal, Thread } from '@chancery/store';
import type { RefusedUpdate } from '@chancery/sync';
import { actorOf, mayRead } from '../round/access.ts';
import { questionOf, type RoundState } from '../round/round-state.ts';

/** Who did it, and when. */
interface Act {
  readonly by: { readonly person: Person };
  readonly at: Instant;
}

/** A decision on an answer: a clearance concerns the coordinators, an acceptance the agencies that answer. */
export function noticesOfDecision(state: RoundState, question: QuestionId, kind: 'cleared' | 'accepted', act: Act): readonly NewNotice[] {
  return noticesTo(kind === 'cleared' ? coordinatorsOf(state) : answeringPeople(state, question), { state, question, kind, act });
}

/** An answer that was taken back concerns the agencies that answer, with the reason. */
export function noticesOfTakingBack(
  state: RoundState,
  question: QuestionId,
  { kind, reason, text }: Pick<TakenBack, 'kind' | 'reason' | 'text'>,
  act: Act,
): readonly NewNotice[] {
  return noticesTo(answeringPeople(state, question), { state, question, kind, act, details: { reason, text } });
}

/** An approval that is void concerns everybody in the round. */
export function noticesOfVoidedApproval(state: RoundState, question: QuestionId, act: Act): readonly NewNotice[] {
  return noticesTo([...state.memberships.keys()], { state, question, kind: 'approval-voided', act });
}

/** An approval concerns everybody in the round who reads answers. */
export function noticesOfApproval(state: RoundState, act: Act): readonly NewNotice[] {
  return noticesTo([...state.memberships.keys()], { state, question: null, kind: 'approved', act });
}

/** An assignment concerns the people of agencies for which a question is new; those who had it already are not told again. */
export function noticesOfAssignment(
  state: RoundState,
  questions: readonly QuestionId[],
  assignment: Assignment,
  act: Act,
): readonly NewNotice[] {
  return questions.flatMap((question) => {
    const before = state.assignments.get(question) ?? null;
    const isNew = (agency: Assignment['leadingAgency']) => isAssignedTo(assignment, agency) && !isAssignedTo(before, agency);
    const concerned = [...state.memberships].filter(([, { agency }]) => isNew(agency)).map(([person]) => person);
    return noticesTo(concerned, { state, question, kind: 'assigned', act });
  });
}

/** A comment concerns those whom it mentions, the agency that is asked, and those who took part in the thread before: the most urgent, once. */
export function noticesOfComment(
  state: RoundState,
  thread: Thread,
  { comment, isFirst }: { comment: NewComment; isFirst: boolean },
): readonly NewNotice[] {
  const kinds = new Map<PersonId, 'mentioned' | 'query-addressed' | 'replied'>();
  for (const { person } of thread.comments) kinds.set(person, 'replied');
  if (isFirst && thread.addressedTo !== null) {
    for (const [person, { agency }] of state.memberships) if (agency === thread.addressedTo) kinds.set(person, 'query-addressed');
  }
  for (const person of comment.mentions) kinds.set(person, 'mentioned');
  kinds.delete(comment.person);
  const by = state.people.get(comment.person)?.name ?? '';
  const { question, id } = thread;
  return [...kinds]
    .filter(([person]) => mayMemberRead(state, question, person))
    .map(([person, kind]) => ({ person, round: state.id, question, kind, details: { by, thread: id }, at: comment.at }));
}

/** A refused edit that was kept concerns its author, who is told why it is not in the answer. */
export function noticesOfKept(
  state: RoundState,
  question: QuestionId,
  person: PersonId,
  { reason, at }: Pick<RefusedUpdate, 'reason' | 'at'>,
): readonly NewNotice[] {
  if (!mayMemberRead(state, question, person)) return [];
  return [{ person, round: state.id, question, kind: 'proposal-kept', details: { reason }, at }];
}

/** A refused edit for which there was no room concerns its author, who still has it on the screen. */
export function noticesOfUnkept(
  state: RoundState,
  question: QuestionId,
  person: PersonId,
  { at }: Pick<RefusedUpdate, 'at'>,
): readonly NewNotice[] {
  if (!mayMemberRead(state, question, person)) return [];
  return [{ person, round: state.id, question, kind: 'proposal-not-kept', details: {}, at }];
}

/** A settled proposal concerns its author, where somebody else has settled it. */
export function noticesOfSettled(
  state: RoundState,
  { person, question }: Pick<Proposal, 'person' | 'question'>,
  { outcome, reason, by, at }: Act & { readonly outcome: 'accepted' | 'declined'; readonly reason: string },
): readonly NewNotice[] {
  if (person === null || person === by.person.id || !mayMemberRead(state, question, person)) return [];
  return [{ person, round: state.id, question, kind: `proposal-${outcome}`, details: { by: by.person.name, reason }, at }];
}

interface Telling {
  readonly state: RoundState;
  readonly question: QuestionId | null;
  readonly kind: string;
  readonly act: Act;
  readonly details?: Readonly<Record<string, string>>;
}

function noticesTo(
  concerned: readonly PersonId[],
  { state, question, kind, act: { by, at }, details = {} }: Telling,
): readonly NewNotice[] {
  return concerned
    .filter((person) => person !== by.person.id && readsSome(state, person))
    .map((person) => ({ person, round: state.id, question, kind, details: { by: by.person.name, ...details }, at }));
}

export function coordinatorsOf(state: RoundState): readonly PersonId[] {
  return [...state.people.values()].filter((person) => isCoordinator(actorOf(state, person), state.facts)).map(({ id }) => id);
}

/** Somebody who is only named, or manages and no more, has no part in the answers. */
function readsSome(state: RoundState, id: PersonId): boolean {
  const person = state.people.get(id);
  return person !== undefined && readsAnswers(actorOf(state, person));
}

function answeringPeople(state: RoundState, question: QuestionId): readonly PersonId[] {
  const assignment = state.assignments.get(question) ?? null;
  return [...state.memberships].filter(([, { agency }]) => isAssignedTo(assignment, agency)).map(([person]) => person);
}

/** Nobody is told of an answer that they may read no longer. */
function mayMemberRead(state: RoundState, question: QuestionId, id: PersonId): boolean {
  const person = state.people.get(id);
  return person !== undefined && mayRead(state, person, questionOf(state, question));
}
