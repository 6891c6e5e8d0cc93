// The texts on the page of the approval: the committed ones, the statements as they stand in the browser, and which of them have changed since they were read.
import { useQuery } from '@tanstack/react-query';
import type { AnswerContent, QuestionId } from '@chancery/domain';
import { useCallback, useMemo, useState } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { contentsQuery } from '../../../api/queries.ts';
import type { GivenStatement } from './obstacle.ts';
import { type ChangedAnswer, changedSince, rememberSeen, type SeenAnswers, seeChanges, type ShownAnswer } from './seen.ts';

export interface ApprovalContents {
  /** Every text that is shown, statements as they stand on this screen; null while it loads. */
  readonly shown: readonly ShownAnswer[] | null;
  readonly byQuestion: ReadonlyMap<QuestionId, AnswerContent>;
  /** Questions whose text cannot be read at the moment. */
  readonly unreadable: readonly QuestionId[];
  readonly error: unknown;
  readonly retry: () => void;
  readonly changes: readonly ChangedAnswer[];
  readonly seeThem: () => void;
}

const nothingSeen: SeenAnswers = new Map();
const nothingShown: readonly ShownAnswer[] = [];

/** The texts on the screen. Their digests are what is signed. */
export function useApprovalContents(statements: ReadonlyMap<QuestionId, GivenStatement>): ApprovalContents {
  const { round } = useRound();
  const { data, error, refetch } = useQuery(contentsQuery(round.id));
  const committed = data?.contents;
  const { changes, seeThem } = useChanges(committed ?? nothingShown);
  const shown = useMemo(
    () => committed?.map((it): ShownAnswer => ({ ...it, ...pick(statements.get(it.question)) })) ?? null,
    [committed, statements],
  );
  const byQuestion = useMemo(() => new Map(shown?.map(({ question, content }) => [question, content])), [shown]);
  return { shown, byQuestion, unreadable: data?.unreadable ?? [], error, retry: () => void refetch(), changes, seeThem };
}

function pick(statement: GivenStatement | undefined): Partial<Pick<ShownAnswer, 'digest' | 'content'>> {
  return statement === undefined ? {} : { digest: statement.digest, content: statement.content };
}

function useChanges(committed: readonly ShownAnswer[]): Pick<ApprovalContents, 'changes' | 'seeThem'> {
  const { round } = useRound();
  const [seen, setSeen] = useState(nothingSeen);
  const accepted = new Map(
    round.answers.filter((row) => row.status === 'accepted').map((row) => [row.question, row.isReadable ? row.digest : null]),
  );
  // A text that the overview does not know yet, or no longer, is on its way to be replaced.
  const next = rememberSeen(seen, committed, ({ question, digest }) => accepted.get(question) === digest);
  if (next !== seen) setSeen(next);
  const changes = useMemo(() => changedSince(seen, committed), [seen, committed]);
  const seeThem = useCallback(() => setSeen((it) => seeChanges(it, changes)), [changes]);
  return { changes, seeThem };
}
