// The endpoints that read answers: one with its threads, all contents, history, authors, proposals.
import type { AnswerView } from '@chancery/contract';
import { type QuestionId, questionsOf, type RoundId } from '@chancery/domain';
import { documentId, entriesOf, historyOf, threadsOf } from '@chancery/store';
import { checkAnswerRight, checkRoundRight, mayRead, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../http/implement.ts';
import { ProblemError } from '../../http/problem.ts';
import type { RoundState } from '../../round/round-state.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';
import { toThreadView } from '../thread/index.ts';
import { readableRow, readOverview } from './answer-row.ts';
import { authorsOf } from './authors.ts';
import { spellsOf } from './editing-spells.ts';
import { serveProposals } from './proposals.ts';

export { answerRow, presenceOf, readOverview } from './answer-row.ts';
export { keepRefused } from './keep-refused.ts';
export { RefusedEditQueue } from './refused-edits.ts';

/** Serves what a person reads of answers. */
export function serveAnswers(server: Server, context: Context): void {
  implement(server, 'readAnswer', async ({ params, by }) => readAnswer(context, params, by));
  implement(server, 'readContents', async ({ params, by }) => {
    const state = await stateOf(context, params.round);
    checkRoundRight(state, by.person, 'read-round');
    const contents = await context.contents.ofRound(state.id, state.questionnaire);
    const permitted = permittedQuestions(state, by);
    return {
      contents: permitted
        .flatMap((id) => contents.readable.get(id) ?? [])
        .map(({ content, digest }) => ({ question: content.question, digest, content })),
      unreadable: permitted.filter((id) => contents.unreadable.includes(id)),
    };
  });
  implement(server, 'readHistory', async ({ params, by }) => {
    const state = await stateOf(context, params.round);
    checkAnswerRight(state, by.person, params.question, 'read');
    const [entries, history] = await Promise.all([
      entriesOf(context.store.read, state.id),
      historyOf(context.store.read, documentId(state.id, params.question)),
    ]);
    const isAbout = (entry: (typeof entries)[number]) =>
      entry.scope.some((it) => it.question === params.question) || entry.details['question'] === params.question;
    // The digest of an answer of few choices is as good as the answer.
    const mayKnow = new Set(permittedQuestions(state, by));
    const shown = (entry: (typeof entries)[number]) => ({ ...entry, scope: entry.scope.filter((it) => mayKnow.has(it.question)) });
    return { entries: entries.filter(isAbout).map(shown), spells: spellsOf(history) };
  });
  implement(server, 'readAuthors', async ({ params, by }) => {
    const state = await stateOf(context, params.round);
    const { question } = checkAnswerRight(state, by.person, params.question, 'read');
    return { fields: await authorsOf(context, state.id, question) };
  });
  serveProposals(server, context);
}

async function readAnswer(
  context: Context,
  { round, question: id }: { round: RoundId; question: QuestionId },
  by: SignedIn,
): Promise<AnswerView> {
  const state = await stateOf(context, round);
  const { actor, question } = checkAnswerRight(state, by.person, id, 'read');
  const [content, overview, threads] = await Promise.all([
    context.contents.of(round, question),
    readOverview(context, round),
    threadsOf(context.store.read, { round, question: id }),
  ]);
  const row = readableRow({ state, actor, question, content, overview });
  return { ...row, definition: question, content: content.content, threads: threads.map(toThreadView) };
}

/** The questions this person may read, in printed order. */
function permittedQuestions(state: RoundState, by: SignedIn): readonly QuestionId[] {
  const ids = questionsOf(state.questionnaire).filter((question) => mayRead(state, by.person, question));
  if (ids.length === 0) throw new ProblemError('not-permitted', 'No answer of this round is open to you.');
  return ids.map((question) => question.id);
}
