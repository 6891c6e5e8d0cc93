// The endpoints that take clearances, an acceptance or the approval back, visibly: returning and reopening an answer.
import {
  nameOfQuestion,
  type QuestionId,
  reasonWords,
  reopen,
  type ReturnReason,
  returnToDrafting,
  type RoundId,
  type TakenBack,
} from '@chancery/domain';
import { endAcceptance, endClearances, keepTakenBack, now, setPhase, voidApproval } from '@chancery/store';
import type { Context } from '../../context.ts';
import { type ActingPerson, entryBy } from '../../decision/decide.ts';
import { implement, type Server } from '../../http/implement.ts';
import { allowed } from '../../http/problem.ts';
import { type Deciding, decideOnAnswer, scopeOf } from '../../decision/answer-decision.ts';
import { noticesOfTakingBack, noticesOfVoidedApproval } from '../../decision/who-is-told.ts';

interface TakeBack {
  readonly round: RoundId;
  readonly question: QuestionId;
  readonly author: ActingPerson;
  readonly reason: ReturnReason;
  readonly text: string;
}

/** Serves return and reopen. */
export function serveReturnAndReopen(server: Server, context: Context): void {
  implement(server, 'returnAnswer', async ({ params, body, by }) => {
    await returnAnswer(context, { ...params, ...body, author: by });
    return { ok: true };
  });
  implement(server, 'reopenAnswer', async ({ params, body, by }) => {
    await reopenAnswer(context, { ...params, ...body, author: by });
    return { ok: true };
  });
}

/** F12-F14: back to drafting, with a coded reason. */
function returnAnswer(context: Context, on: TakeBack): Promise<void> {
  return decideOnAnswer(context, { ...on, action: 'return' }, async (deciding) => {
    allowed(returnToDrafting(deciding.facts, on.reason, on.text));
    return takeBack(deciding, on, 'returned');
  });
}

/** F15, F16: an accepted or sealed answer is open again; in an approved round the approval is void for all answers. */
function reopenAnswer(context: Context, on: TakeBack): Promise<void> {
  return decideOnAnswer(context, { ...on, action: 'reopen' }, async (deciding) => {
    const { voidsApproval } = allowed(reopen(deciding.facts, on.reason, on.text));
    const decision = await takeBack(deciding, on, 'reopened');
    if (!voidsApproval) return decision;
    const { tx, state } = deciding;
    const at = await now(tx);
    await voidApproval(tx, on, { by: on.author.person.id, at, sentAt: state.round.sentAt });
    await setPhase(tx, on.round, 'open');
    const words = `The approval of the round is void, because ${nameOfQuestion(deciding.question)} was reopened.`;
    const voided = {
      kind: 'approval-voided',
      ...entryBy(state, on.author, 'coordinator'),
      words,
      scope: [],
      details: { question: on.question },
    } as const;
    const notices = [...decision.notices, ...noticesOfVoidedApproval(state, on.question, { by: on.author, at })];
    return { ...decision, entries: [...decision.entries, voided], notices };
  });
}

async function takeBack({ tx, state, question, facts }: Deciding, on: TakeBack, kind: TakenBack['kind']) {
  const at = await now(tx);
  const answer = { round: on.round, question: question.id };
  const ending = { at, by: on.author.person.id };
  await endClearances(tx, answer, ending);
  await endAcceptance(tx, answer, ending);
  const { reason, text } = on;
  await keepTakenBack(tx, answer, { kind, person: on.author.person.id, at, reason, text, digest: facts.digest });
  const verb = kind === 'returned' ? 'returned to drafting' : 'reopened';
  const entry = {
    kind,
    ...entryBy(state, on.author, 'coordinator'),
    words: `${capitalized(nameOfQuestion(question))} is ${verb}: ${reasonWords(reason, text)}.`,
    scope: scopeOf(question, facts.digest),
    details: { reason, text },
  };
  return {
    result: undefined,
    entries: [entry],
    notices: noticesOfTakingBack(state, question.id, { kind, reason, text }, { by: on.author, at }),
  };
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
