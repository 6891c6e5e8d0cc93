// A decision on one answer: on committed text, under the round's lock, with the text frozen where the decision freezes it.
import { contentOf } from '@chancery/answer-doc';
import type { RoundEvent } from '@chancery/contract';
import type { AnswerAction, AnswerFacts, Digest, Question, QuestionId, RoundId } from '@chancery/domain';
import { documentId, type Transaction } from '@chancery/store';
import type { Rooms } from '@chancery/sync';
import { checkAnswerRight, stateOf } from '../round/access.ts';
import { type Contents, type ContentState, contentState } from '../round/contents.ts';
import { type ActingPerson, commitDecision, type Decision, type DecisionMaking } from './decide.ts';
import { answerFacts, type RoundState } from '../round/round-state.ts';
import { decideOnHeldTexts, holdTexts } from './fence.ts';

export interface AnswerDecisions extends DecisionMaking {
  readonly contents: Pick<Contents, 'of'>;
  readonly rooms: Pick<Rooms, 'freeze'>;
}

/** What somebody wants to do to an answer. */
export interface AnswerAct {
  readonly round: RoundId;
  readonly question: QuestionId;
  readonly author: ActingPerson;
  readonly action: AnswerAction;
}

/** What a decision sees: the answer with its committed text, the round under lock, and where to write. */
export interface Deciding {
  readonly tx: Transaction;
  readonly state: RoundState;
  readonly question: Question;
  readonly content: ContentState;
  readonly facts: AnswerFacts;
}
type Decide<T> = (deciding: Deciding) => Promise<Omit<Decision<T>, 'events' | 'committed'>>;

/** Decides on the text as committed. An edit that comes a moment later makes what names the digest stale, by rule S4. */
export async function decideOnAnswer<T>(context: AnswerDecisions, act: AnswerAct, decide: Decide<T>): Promise<T> {
  const question = await permittedQuestion(context, act);
  return decideOn(context, act, await context.contents.of(act.round, question), decide);
}

/** Decides with the text held still, and keeps it so when the decision is made: nobody's edit falls between what was read and what was accepted. */
export async function freezeAndDecide<T>(context: AnswerDecisions, act: AnswerAct, decide: Decide<T>): Promise<T> {
  const question = await permittedQuestion(context, act);
  const document = documentId(act.round, act.question);
  return decideOnHeldTexts(async () => {
    using freeze = await context.rooms.freeze(document);
    const content = await contentState(question, contentOf(freeze.doc, question), freeze.sequence);
    const held: Decide<T> = async (deciding) => {
      await holdTexts(deciding.tx, new Map([[document, content.sequence]]));
      return decide(deciding);
    };
    return await decideOn(context, act, content, held, () => freeze.release('read-only'));
  });
}

async function decideOn<T>(
  context: AnswerDecisions,
  act: AnswerAct,
  content: ContentState,
  decide: Decide<T>,
  committed = () => {},
): Promise<T> {
  return commitDecision(context, act.round, async (tx, state) => {
    const { question } = checkAnswerRight(state, act.author.person, act.question, act.action);
    const decision = await decide({ tx, state, question, content, facts: answerFacts(state, question, content) });
    const events: RoundEvent[] = [{ kind: 'answer-changed', question: question.id }];
    // Only a reopening is decided in a round that is not open: it voids the approval.
    if (state.facts.phase !== 'open') events.push({ kind: 'round-changed' });
    return { ...decision, events, committed };
  });
}

async function permittedQuestion(context: AnswerDecisions, act: AnswerAct): Promise<Question> {
  const state = await stateOf(context, act.round);
  return checkAnswerRight(state, act.author.person, act.question, act.action).question;
}

/** The scope of an entry about one answer. */
export function scopeOf(question: Question, digest: Digest): { question: QuestionId; digest: Digest }[] {
  return [{ question: question.id, digest }];
}
