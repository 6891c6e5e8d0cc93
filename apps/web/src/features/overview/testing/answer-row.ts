// Rows of the overview for tests: a plain drafting answer unless said otherwise.
import type { ReadableRow } from '@chancery/contract';
import { type AgencyId, asId, type Day, type Digest, type QuestionId } from '@chancery/domain';

interface Said extends Partial<Omit<ReadableRow, 'question' | 'assignment'>> {
  readonly leading?: string | null;
  readonly contributing?: readonly string[];
  readonly dueDay?: Day | null;
}

/** A row with what was said of it. */
export function answerRow(question: string, { leading = 'lead', contributing = [], dueDay = null, ...said }: Said = {}): ReadableRow {
  const contributors = contributing.map((agency) => ({ agency: asId<AgencyId>(agency), mustClear: false }));
  return {
    question: asId<QuestionId>(question),
    isReadable: true,
    status: 'drafting',
    stage: 'being-written',
    assignment: leading === null ? null : { leadingAgency: asId<AgencyId>(leading), contributors, dueDay },
    clearances: [],
    acceptance: null,
    takenBack: null,
    stale: [],
    missing: [],
    openQueries: 0,
    asked: [],
    openComments: 0,
    empty: [],
    toConfirm: [],
    isEmpty: false,
    digest: asId<Digest>('0'.repeat(64)),
    present: [],
    lastEdit: null,
    mine: null,
    openProposals: 0,
    ...said,
  };
}
