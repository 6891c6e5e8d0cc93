// The endpoints of a round's approval by the authorized respondent, and of the record of its sending.
import { contentOf } from '@chancery/answer-doc';
import {
  type AnswerFacts,
  approvalWords,
  approve,
  type Digest,
  type Question,
  type QuestionId,
  questionsOf,
  recordSending,
  type RoundId,
  type Sending,
  sentWords,
} from '@chancery/domain';
import { documentId, now, recordApproval, recordSending as keepSending, setPhase, type Transaction } from '@chancery/store';
import type { Freeze } from '@chancery/sync';
import { checkRoundRight, stateOf } from '../../round/access.ts';
import { type ContentState, contentState } from '../../round/contents.ts';
import type { Context } from '../../context.ts';
import { type ActingPerson, commitDecision, type Decision, entryBy } from '../../decision/decide.ts';
import { implement, type Server } from '../../http/implement.ts';
import { allowed, RefusalError } from '../../http/problem.ts';
import { answerFacts, type RoundState } from '../../round/round-state.ts';
import { decideOnHeldTexts, holdTexts } from '../../decision/fence.ts';
import { noticesOfApproval } from '../../decision/who-is-told.ts';

/** How long a proof of identity counts: time to read the last screen, not to leave the room. */
const proofLastsMs = 5 * 60_000;

interface Approval {
  readonly round: RoundId;
  readonly author: ActingPerson;
  /** Digest of every question as it was shown. */
  readonly digests: Readonly<Record<string, Digest>>;
  /** The words as they were shown. */
  readonly words: string;
}

/** Serves the approval and the record of the sending. */
export function serveApproveRound(server: Server, context: Context): void {
  implement(server, 'approveRound', async ({ params, body, by }) => approveRound(context, { ...params, ...body, author: by }));
  implement(server, 'recordSending', async ({ params, body, by }) => {
    await recordSendingOfRound(context, { ...params, ...body, author: by });
    return { ok: true };
  });
}

/** F17-F21: seals every answer. The texts that are still open (the respondent's own) are held still while it is decided. */
async function approveRound(context: Context, approval: Approval): Promise<{ hash: string }> {
  const state = await stateOf(context, approval.round);
  checkRoundRight(state, approval.author.person, 'approve');
  return decideOnHeldTexts(async () => {
    using frozen = await freezeAll(context, state);
    const sequences = new Map([...frozen.contents].map(([question, { sequence }]) => [documentId(state.id, question), sequence]));
    return await commitDecision(context, approval.round, async (tx, locked) => {
      checkRoundRight(locked, approval.author.person, 'approve');
      await holdTexts(tx, sequences);
      return { ...(await sign(tx, locked, approval, frozen.contents)), committed: () => frozen.release() };
    });
  });
}

async function sign(
  tx: Transaction,
  state: RoundState,
  approval: Approval,
  contents: ReadonlyMap<QuestionId, ContentState>,
): Promise<Decision<{ hash: string }>> {
  const at = await now(tx);
  const answers = questionsOf(state.questionnaire).map((question) => factsOf(state, question, contents));
  const { provenAgainAt } = approval.author;
  const isIdentityProven = provenAgainAt !== null && at - provenAgainAt <= proofLastsMs;
  const { scope } = allowed(approve({ answers, isIdentityProven }, new Map(Object.entries(approval.digests) as [QuestionId, Digest][])));
  const words = wordsOf(state, approval.author, contents);
  // The screen showed other words than these: the statement was changed in another window.
  const consent = scope.at(-1);
  if (words !== approval.words && consent !== undefined) throw new RefusalError({ code: 'content-changed', digest: consent.digest });
  await setPhase(tx, state.id, 'approved');
  const entry = { kind: 'approved', ...entryBy(state, approval.author, 'authorized-respondent'), words, scope, details: {} } as const;
  const person = approval.author.person.id;
  return {
    result: async ([entered]) => {
      if (entered === undefined) throw new Error('the approval was not recorded');
      await recordApproval(tx, state.id, { person, at, entrySequence: entered.sequence });
      return { hash: entered.hash };
    },
    entries: [entry],
    evidence: [...contents.values()],
    notices: noticesOfApproval(state, { by: approval.author, at }),
    events: [{ kind: 'round-changed' }],
  };
}

function factsOf(state: RoundState, question: Question, contents: ReadonlyMap<QuestionId, ContentState>): AnswerFacts {
  const content = contents.get(question.id);
  if (content === undefined) throw new Error(`no content of question ${question.id} of round ${state.id}`);
  return answerFacts(state, question, content);
}

/** The sentence that is signed, from the texts as they are held still. */
function wordsOf(state: RoundState, author: ActingPerson, contents: ReadonlyMap<QuestionId, ContentState>): string {
  const { name, title } = author.person;
  const statements = questionsOf(state.questionnaire)
    .filter((question) => question.answeredBy === 'respondent')
    .flatMap((question) => {
      const content = contents.get(question.id)?.content;
      return content === undefined ? [] : [{ question, content }];
    });
  return approvalWords({ round: state.round.title, country: state.round.country, name, title, statements });
}

async function freezeAll(
  context: Context,
  state: RoundState,
): Promise<Disposable & { contents: ReadonlyMap<QuestionId, ContentState>; release(): void }> {
  // A freeze that fails lets go of those before it.
  using stack = new DisposableStack();
  const freezes: Freeze[] = [];
  const contents = new Map<QuestionId, ContentState>();
  for (const question of questionsOf(state.questionnaire)) {
    const freeze = stack.use(await context.rooms.freeze(documentId(state.id, question.id)));
    freezes.push(freeze);
    contents.set(question.id, await contentState(question, contentOf(freeze.doc, question), freeze.sequence));
  }
  const held = stack.move();
  return {
    contents,
    release: () => {
      for (const freeze of freezes) freeze.release('read-only');
    },
    [Symbol.dispose]: () => held.dispose(),
  };
}

/** The calendar day where it begins first: 14 hours before UTC. */
function latestDayAt(at: number): string {
  return new Date(at + 14 * 60 * 60_000).toISOString().slice(0, 10);
}

/** The form has left the country: who sent it, when, to whom and how. */
function recordSendingOfRound(
  context: Context,
  { round, author, ...sending }: { round: RoundId; author: ActingPerson } & Sending,
): Promise<void> {
  return commitDecision(context, round, async (tx, state) => {
    checkRoundRight(state, author.person, 'record-sending');
    const at = await now(tx);
    allowed(recordSending(state.facts.phase, sending, latestDayAt(at)));
    await keepSending(tx, round, at);
    const words = sentWords(sending);
    const entry = { kind: 'sent', ...entryBy(state, author, 'coordinator'), words, scope: [], details: { ...sending } } as const;
    return { result: undefined, entries: [entry], events: [{ kind: 'round-changed' }] };
  });
}
