// Owns the row of an answer: everything an overview shows of it, derived from facts.
import type { AnswerRow } from '@chancery/contract';
import {
  type Actor,
  type AnswerFacts,
  answerStatus,
  asId,
  isAssignedTo,
  missingClearances,
  nextStep,
  openQueries,
  type AgencyId,
  type PersonId,
  type Question,
  type QuestionId,
  type RoundId,
  staleClearances,
} from '@chancery/domain';
import { countOpenProposals, documentId, type LastEdit, lastEditsOf } from '@chancery/store';
import type { Member } from '@chancery/sync';
import { placeOf } from '../../access.ts';
import type { ContentState } from '../../content-state.ts';
import type { Context } from '../../context.ts';
import { answerFacts, type RoundState } from '../../round-state.ts';

/** What an overview shows that no rule asks. */
export interface Overview {
  readonly lastEdits: ReadonlyMap<QuestionId, LastEdit>;
  readonly openProposals: ReadonlyMap<QuestionId, number>;
  presentIn(question: QuestionId): readonly Member[];
}

/** Last edits, proposals and presence of a whole round. */
export async function readOverview(context: Context, round: RoundId): Promise<Overview> {
  const [lastEdits, openProposals] = await Promise.all([
    lastEditsOf(context.store.read, round),
    countOpenProposals(context.store.read, round),
  ]);
  const presence = context.rooms.presence();
  return { lastEdits, openProposals, presentIn: (question) => presence.get(documentId(round, question)) ?? [] };
}

interface Seen {
  readonly state: RoundState;
  readonly actor: Actor;
  readonly question: Question;
  readonly content: ContentState;
  readonly overview: Overview;
}

/** The row of one answer as this actor sees it. */
export function answerRow({ state, actor, question, content, overview }: Seen): AnswerRow {
  const facts = answerFacts(state, question, content);
  const { assignment, clearances, acceptance } = facts;
  const lastEdit = overview.lastEdits.get(question.id);
  return {
    question: question.id,
    status: answerStatus(facts),
    assignment: assignment === null ? null : { ...assignment, contributors: assignment.contributors.map((it) => ({ ...it })) },
    clearances: clearances.map((it) => ({ ...it })),
    acceptance: acceptance === null ? null : { ...acceptance },
    stale: staleOf(facts),
    missing: [...missingClearances(facts)],
    openQueries: openQueries(facts.threads).length,
    openComments: facts.threads.filter((thread) => thread.kind === 'comment' && !thread.isResolved).length,
    empty: [...content.completeness.empty],
    toConfirm: [...content.completeness.toConfirm],
    isEmpty: content.isEmpty,
    digest: content.digest,
    present: overview.presentIn(question.id).map(presenceOf),
    lastEdit: lastEdit === undefined ? null : { person: lastEdit.person, at: lastEdit.at },
    mine: nextStep(actor, facts, placeOf(state, question)),
    openProposals: overview.openProposals.get(question.id) ?? 0,
  };
}

/** Only agencies that still answer the question: a stale clearance of one that was taken off it asks nothing of anybody. */
function staleOf(facts: AnswerFacts): AnswerRow['stale'] {
  return staleClearances(facts)
    .map((clearance) => clearance.agency)
    .filter((agency) => isAssignedTo(facts.assignment, agency));
}

/** A member of a room as the contract shows it. */
export function presenceOf({ author, label }: Member): AnswerRow['present'][number] {
  return { person: asId<PersonId>(author.person), name: label.name, agency: asId<AgencyId>(author.agency) };
}
