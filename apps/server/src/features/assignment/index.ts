// The endpoint that assigns questions to agencies.
import { type Assignment, checkAssignment, type EntryDraft, nameOfQuestion, type QuestionId, type RoundId } from '@chancery/domain';
import { assign, now } from '@chancery/store';
import { checkAnswerRight } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { type ActingPerson, commitDecision, entryBy } from '../../decision/decide.ts';
import { implement, type Server } from '../../http/implement.ts';
import { noticesOfAssignment } from '../../decision/who-is-told.ts';
import { allowed } from '../../http/problem.ts';
import { nameOfAgency, questionOf, type RoundState } from '../../round/round-state.ts';

export interface AssignmentOrder {
  readonly round: RoundId;
  readonly author: ActingPerson;
  readonly questions: readonly QuestionId[];
  readonly assignment: Assignment;
}

/** Serves `PUT /api/rounds/:round/assignments`. */
export function serveAssignments(server: Server, context: Context): void {
  implement(server, 'assignQuestions', async ({ params, body, by }) => {
    const { questions, ...assignment } = body;
    await assignQuestions(context, { ...params, author: by, questions, assignment });
    return { ok: true };
  });
}

/** Assigns all of the questions, or none. A frozen answer is returned or reopened first. */
export function assignQuestions(context: Context, { round, author, questions: named, assignment }: AssignmentOrder): Promise<void> {
  const questions = [...new Set(named)];
  return commitDecision(context, round, async (tx, state) => {
    const agencies = new Set(state.agencies.map((agency) => agency.id));
    const at = await now(tx);
    for (const question of questions) {
      checkAnswerRight(state, author.person, question, 'assign');
      const checked = allowed(checkAssignment(assignment, { agencies, isFrozen: state.acceptances.has(question) }));
      await assign(tx, { round, question, assignment: checked, by: author.person.id, at });
    }
    return {
      result: undefined,
      entries: questions.map((question) => assignedEntry(state, author, question, assignment)),
      notices: noticesOfAssignment(state, questions, assignment, { by: author, at }),
      events: questions.map((question) => ({ kind: 'answer-changed', question }) as const),
    };
  });
}

function assignedEntry(state: RoundState, author: ActingPerson, id: QuestionId, assignment: Assignment): EntryDraft {
  const question = questionOf(state, id);
  const contributors = assignment.contributors.map((it) => `${nameOfAgency(state, it.agency)}${it.mustClear ? ' (must clear)' : ''}`);
  const withThem = contributors.length === 0 ? '' : ` with ${contributors.join(', ')}`;
  return {
    kind: 'assigned',
    ...entryBy(state, author, 'coordinator'),
    words: `${nameOfAgency(state, assignment.leadingAgency)} leads the answer to ${nameOfQuestion(question)}${withThem}.`,
    scope: [],
    details: { question: id, ...assignment },
  };
}
