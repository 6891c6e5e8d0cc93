// Proposals: text that somebody wrote but that is not in the answer. They are kept until somebody settles them, and after.
import type { AnswerContent, Instant, PersonId, ProposalReason, QuestionId, RoundId } from '@chancery/domain';
import type { Selectable } from 'kysely';
import type { QuestionOfRound } from './round.ts';
import { newId } from '../schema/values.ts';
import { type Database, query, type Transaction } from '../database/store.ts';
import type { Tables } from '../schema/tables.ts';

export interface NewProposal extends QuestionOfRound {
  readonly person: PersonId | null;
  readonly reason: ProposalReason;
  /** The Yjs update as it arrived; null for a proposal made of content. */
  readonly update: Uint8Array | null;
  readonly content: AnswerContent | null;
  /** Epoch of the document that the update builds on. Absent or null: it builds on none, or nobody said. */
  readonly baseEpoch?: number | null;
  /** The text alone, for people to read. */
  readonly text: string;
  readonly at: Instant;
}

export interface GrownProposal {
  readonly update: Uint8Array;
  readonly text: string;
  readonly at: Instant;
}

/** How a proposal enters an answer: with the same bytes, however often it is accepted and by anyone. */
export interface FixedProposal {
  readonly update: Uint8Array;
  readonly content: AnswerContent;
}

export interface Settlement {
  readonly outcome: 'accepted' | 'declined';
  readonly by: PersonId;
  readonly at: Instant;
  /** Why, as the person who declined it wrote. */
  readonly reason: string | null;
}

export interface Proposal extends NewProposal {
  readonly id: string;
  readonly baseEpoch: number | null;
  readonly settlement: Settlement | null;
}

/** Keeps an open proposal. */
export async function keepProposal(tx: Transaction, proposal: NewProposal): Promise<Proposal> {
  const id = newId<string>();
  const { round, question, person, reason, update, content, text, at, baseEpoch = null } = proposal;
  await tx[query]
    .insertInto('proposal')
    .values({
      id,
      round_id: round,
      question_id: question,
      person_id: person,
      reason,
      update_bytes: update,
      content: content === null ? null : JSON.stringify(content),
      text,
      at,
      settled_at: null,
      settled_by: null,
      outcome: null,
      reason_given: null,
      base_epoch: baseEpoch,
    })
    .execute();
  return { ...proposal, id, baseEpoch, settlement: null };
}

/** The proposals to one answer that nobody has settled, the earliest first. */
export async function openProposalsOf(db: Database, { round, question }: QuestionOfRound): Promise<readonly Proposal[]> {
  const rows = await db[query]
    .selectFrom('proposal')
    .selectAll()
    .where('round_id', '=', round)
    .where('question_id', '=', question)
    .where('settled_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(toProposal);
}

/** How many open proposals each answer of a round has; an answer without any is absent. */
export async function countOpenProposals(db: Database, round: RoundId): Promise<ReadonlyMap<QuestionId, number>> {
  const rows = await db[query]
    .selectFrom('proposal')
    .select(({ fn }) => ['question_id', fn.countAll<number>().as('open')])
    .where('round_id', '=', round)
    .where('settled_at', 'is', null)
    .groupBy('question_id')
    .execute();
  return new Map(rows.map((row) => [row.question_id, row.open]));
}

/** A proposal of this round, also one that is settled; null also when another round has it. */
export async function findProposal(db: Database, round: RoundId, id: string): Promise<Proposal | null> {
  const row = await db[query].selectFrom('proposal').selectAll().where('round_id', '=', round).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toProposal(row);
}

/** Replaces an open proposal by a longer text, since its author typed on. False when somebody has settled it meanwhile. */
export async function growProposal(tx: Transaction, id: string, grown: GrownProposal): Promise<boolean> {
  const { update, text, at } = grown;
  const changed = await tx[query]
    .updateTable('proposal')
    .set({ update_bytes: update, text, at })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Gives an open proposal the content with which it enters the answer, and the one update of that, unless it has both already. */
export async function fixProposal(tx: Transaction, id: string, { update, content }: FixedProposal): Promise<void> {
  await tx[query]
    .updateTable('proposal')
    .set({ update_bytes: update, content: JSON.stringify(content) })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .where((either) => either.or([either('update_bytes', 'is', null), either('content', 'is', null)]))
    .execute();
}

/** Settles a proposal. False when it was settled before: of two who settle it at once, one succeeds. */
export async function settleProposal(tx: Transaction, id: string, { outcome, by, at, reason }: Settlement): Promise<boolean> {
  const settled = await tx[query]
    .updateTable('proposal')
    .set({ outcome, settled_by: by, settled_at: at, reason_given: reason })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return settled !== undefined;
}

function toProposal(row: Selectable<Tables['proposal']>): Proposal {
  const { settled_at, settled_by, outcome, reason_given } = row;
  return {
    id: row.id,
    round: row.round_id,
    question: row.question_id,
    person: row.person_id,
    reason: row.reason,
    update: row.update_bytes,
    content: row.content === null ? null : (JSON.parse(row.content) as AnswerContent),
    text: row.text,
    at: row.at,
    baseEpoch: row.base_epoch,
    settlement:
      settled_at === null || settled_by === null || outcome === null
        ? null
        : { outcome, by: settled_by, at: settled_at, reason: reason_given },
  };
}
