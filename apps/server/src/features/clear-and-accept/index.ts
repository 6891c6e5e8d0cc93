// The endpoints by which somebody stands behind a text: clearing it, accepting it, and closing a question without an answer.
import {
  accept,
  acceptanceWords,
  type AgencyId,
  type AnswerContent,
  clear,
  clearanceWords,
  type Digest,
  markNoAnswer,
  noAnswerWords,
  type QuestionId,
  type RoundId,
} from '@chancery/domain';
import { endTakenBack, lastClearedBy, now, recordAcceptance, recordClearance } from '@chancery/store';
import type { Context } from '../../context.ts';
import { checkAnswerRight, stateOf } from '../../round/access.ts';
import { type ActingPerson, entryBy } from '../../decision/decide.ts';
import { implement, type Server } from '../../http/implement.ts';
import { allowed } from '../../http/problem.ts';
import { nameOfAgency, type RoundState } from '../../round/round-state.ts';
import { type Deciding, decideOnAnswer, freezeAndDecide, scopeOf } from '../../decision/answer-decision.ts';
import { noticesOfDecision } from '../../decision/who-is-told.ts';

interface OnAnswer {
  readonly round: RoundId;
  readonly question: QuestionId;
  readonly author: ActingPerson;
}

/** Serves clear, accept and no answer. */
export function serveClearAndAccept(server: Server, context: Context): void {
  implement(server, 'readLastCleared', async ({ params, by }) => {
    const state = await stateOf(context, params.round);
    const { actor, question } = checkAnswerRight(state, by.person, params.question, 'read');
    const agency = actor.membership?.agency;
    const last = agency === undefined ? null : await lastClearedBy(context.store.read, { round: state.id, question: question.id }, agency);
    // Written by keepContent, from a content.
    const content = (canonical: string) => JSON.parse(canonical) as AnswerContent;
    return { cleared: last === null ? null : { at: last.at, digest: last.digest, content: content(last.canonical) } };
  });
  implement(server, 'clearAnswer', async ({ params, body, by }) => {
    await clearAnswer(context, { ...params, author: by, seen: body.digest });
    return { ok: true };
  });
  implement(server, 'acceptAnswer', async ({ params, body, by }) => {
    await acceptAnswer(context, { ...params, author: by, seen: body.digest });
    return { ok: true };
  });
  implement(server, 'markNoAnswer', async ({ params, by }) => {
    await leaveWithoutAnswer(context, { ...params, author: by });
    return { ok: true };
  });
}

/** F1-F4: a clearing officer clears the text they saw for their agency. */
function clearAnswer(context: Context, on: OnAnswer & { readonly seen: Digest }): Promise<void> {
  return decideOnAnswer(context, { ...on, action: 'clear' }, async ({ tx, state, question, content, facts }) => {
    const agency = agencyOf(state, on.author);
    const { digest } = allowed(clear(facts, agency, on.seen));
    const at = await now(tx);
    await endTakenBack(tx, { round: on.round, question: question.id });
    await recordClearance(tx, { round: on.round, question: question.id }, { agency, person: on.author.person.id, digest, at });
    const entry = {
      kind: 'cleared',
      ...entryBy(state, on.author, 'clearing-officer'),
      words: clearanceWords(question, nameOfAgency(state, agency)),
      scope: scopeOf(question, digest),
      details: { agency },
    } as const;
    return {
      result: undefined,
      entries: [entry],
      evidence: [content],
      notices: noticesOfDecision(state, question.id, 'cleared', { by: on.author, at }),
    };
  });
}

/** F5-F10: a coordinator accepts the text they saw; from that instant nobody can change it. */
function acceptAnswer(context: Context, on: OnAnswer & { readonly seen: Digest }): Promise<void> {
  return freezeAndDecide(context, { ...on, action: 'accept' }, async (deciding) => {
    const { digest } = allowed(accept(deciding.facts, on.seen));
    return conclude(deciding, on, { kind: 'accepted', digest });
  });
}

/** F11: a coordinator closes an empty question that is not required. */
function leaveWithoutAnswer(context: Context, on: OnAnswer): Promise<void> {
  return freezeAndDecide(context, { ...on, action: 'accept' }, async (deciding) => {
    const { digest } = allowed(markNoAnswer(deciding.facts));
    return conclude(deciding, on, { kind: 'no-answer', digest });
  });
}

async function conclude(
  { tx, state, question, content }: Deciding,
  on: OnAnswer,
  { kind, digest }: { kind: 'accepted' | 'no-answer'; digest: Digest },
) {
  const at = await now(tx);
  await endTakenBack(tx, { round: on.round, question: question.id });
  await recordAcceptance(tx, { round: on.round, question: question.id }, { kind, person: on.author.person.id, digest, at });
  const leadAgency = nameOfAgency(state, state.facts.leadAgency);
  const words = kind === 'accepted' ? acceptanceWords(question, leadAgency) : noAnswerWords(question, leadAgency);
  const entry = { kind, ...entryBy(state, on.author, 'coordinator'), words, scope: scopeOf(question, digest), details: {} };
  return {
    result: undefined,
    entries: [entry],
    evidence: [content],
    notices: noticesOfDecision(state, question.id, 'accepted', { by: on.author, at }),
  };
}

function agencyOf(state: RoundState, author: ActingPerson): AgencyId {
  const membership = state.memberships.get(author.person.id);
  if (membership === undefined) throw new Error(`${author.person.id} was allowed to clear without being a member`);
  return membership.agency;
}
