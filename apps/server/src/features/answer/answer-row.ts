// The row of an answer: everything an overview shows of it, derived from facts.
import type { AnswerRow, ReadableRow } from '@chancery/contract';
import {
  type Actor,
  type AnswerFacts,
  answerStage,
  answerStatus,
  asId,
  isAssignedTo,
  missingClearances,
  nextStep,
  askedAgencies,
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
import { accessFactsOf } from '../../round/access.ts';
import type { ContentState } from '../../round/contents.ts';
import type { Context } from '../../context.ts';
import { answerFacts, type FactsBesideText, factsBesideText, type RoundState } from '../../round/round-state.ts';

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
  readonly overview: Overview;
}
type SeenText = Seen & { readonly content: ContentState };

/** The row of one answer as this actor sees it; `content` is null when it cannot be read. */
export function answerRow({ content, ...seen }: Seen & { readonly content: ContentState | null }): AnswerRow {
  if (content !== null) return readableRow({ ...seen, content });
  const facts = factsBesideText(seen.state, seen.question);
  const unread = { ...facts, digest: null };
  return { ...anyRow(seen, facts), isReadable: false, status: answerStatus(unread), stage: answerStage(unread, null), mine: null };
}

/** The row of an answer whose text is known. */
export function readableRow({ content, ...seen }: SeenText): ReadableRow {
  const facts = answerFacts(seen.state, seen.question, content);
  return {
    ...anyRow(seen, facts),
    isReadable: true,
    status: answerStatus(facts),
    stage: answerStage(facts, facts),
    stale: staleOf(facts),
    missing: [...missingClearances(facts)],
    empty: [...content.completeness.empty],
    toConfirm: [...content.completeness.toConfirm],
    isEmpty: content.isEmpty,
    digest: content.digest,
    mine: nextStep(seen.actor, facts, accessFactsOf(seen.state, seen.question)),
  };
}

/** What a row shows whatever the text of its answer is. */
function anyRow({ question, overview }: Seen, facts: FactsBesideText) {
  const { assignment, clearances, acceptance } = facts;
  const lastEdit = overview.lastEdits.get(question.id);
  return {
    question: question.id,
    assignment: assignment === null ? null : { ...assignment, contributors: assignment.contributors.map((it) => ({ ...it })) },
    clearances: clearances.map((it) => ({ ...it })),
    acceptance: acceptance === null ? null : { ...acceptance },
    takenBack: facts.takenBack === null ? null : { ...facts.takenBack },
    openQueries: openQueries(facts.threads).length,
    asked: [...askedAgencies(facts.threads)],
    openComments: facts.threads.filter((thread) => thread.kind === 'comment' && !thread.isResolved).length,
    present: overview.presentIn(question.id).map(presenceOf),
    lastEdit: lastEdit === undefined ? null : { person: lastEdit.person, at: lastEdit.at },
    openProposals: overview.openProposals.get(question.id) ?? 0,
  };
}

/** Only agencies that still answer the question: a stale clearance of one that was taken off it asks nothing of anybody. */
function staleOf(facts: AnswerFacts): ReadableRow['stale'] {
  return staleClearances(facts)
    .map((clearance) => clearance.agency)
    .filter((agency) => isAssignedTo(facts.assignment, agency));
}

/** A member of a room as the contract shows it. */
export function presenceOf({ author, label }: Member): AnswerRow['present'][number] {
  return { person: asId<PersonId>(author.person), name: label.name, agency: asId<AgencyId>(author.agency) };
}
