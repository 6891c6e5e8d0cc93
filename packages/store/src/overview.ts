// Owns the facts of a whole round, read in one go for the overview and for rules over all answers. It adds no table of its own.
import type { Acceptance, Assignment, Clearance, QuestionId, RoundId, ThreadFacts } from '@chancery/domain';
import { acceptancesOf } from './acceptance.ts';
import { assignmentsOf } from './assignment.ts';
import { clearancesOf } from './clearance.ts';
import { type LastEdit, lastEditsOf, sequencesOf } from './document.ts';
import { countOpenProposals } from './proposal.ts';
import type { Database } from './store.ts';
import { threadFactsOf } from './thread.ts';

/** Each by question; a question of which there is nothing to say is absent. */
export interface RoundOverview {
  readonly assignments: ReadonlyMap<QuestionId, Assignment>;
  readonly clearances: ReadonlyMap<QuestionId, readonly Clearance[]>;
  readonly acceptances: ReadonlyMap<QuestionId, Acceptance>;
  readonly threads: ReadonlyMap<QuestionId, readonly ThreadFacts[]>;
  readonly sequences: ReadonlyMap<QuestionId, number>;
  readonly lastEdits: ReadonlyMap<QuestionId, LastEdit>;
  readonly openProposals: ReadonlyMap<QuestionId, number>;
}

/** Eight queries, however many questions there are. */
export async function overviewOf(db: Database, round: RoundId): Promise<RoundOverview> {
  return {
    assignments: await assignmentsOf(db, round),
    clearances: await clearancesOf(db, round),
    acceptances: await acceptancesOf(db, round),
    threads: await threadFactsOf(db, round),
    sequences: await sequencesOf(db, round),
    lastEdits: await lastEditsOf(db, round),
    openProposals: await countOpenProposals(db, round),
  };
}
