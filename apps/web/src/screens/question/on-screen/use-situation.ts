// The facts of the answer on the screen, as the domain's rules ask for them: those of the server, with the text as it stands here.
import type { AnswerView } from '@chancery/contract';
import type { AnswerFacts, ThreadFacts } from '@chancery/domain';
import { useMemo } from 'react';
import { actorOf, accessFactsOf } from '../../../api/acting.ts';
import { useRound } from '../../../api/current-round.ts';
import type { Situation } from '../../../features/decision/next-decision.ts';
import type { LiveContent } from '../../../features/answer/use-live-content.ts';

/** The situation to decide in; before the text is here, with the server's word on it. */
export function useSituation(answer: AnswerView, live: LiveContent | null): Situation {
  const { round } = useRound();
  return useMemo(() => {
    const text = live ?? {
      digest: answer.digest,
      isEmpty: answer.isEmpty,
      completeness: { empty: answer.empty, toConfirm: answer.toConfirm },
    };
    const facts: AnswerFacts = {
      question: answer.definition,
      phase: round.phase,
      assignment: answer.assignment,
      clearances: answer.clearances,
      acceptance: answer.acceptance,
      takenBack: answer.takenBack,
      threads: answer.threads.map(threadFacts),
      digest: text.digest,
      completeness: text.completeness,
      isEmpty: text.isEmpty,
    };
    return { actor: actorOf(round.me), facts, access: accessFactsOf(round, answer, answer.definition) };
  }, [answer, live, round]);
}

function threadFacts(thread: AnswerView['threads'][number]): ThreadFacts {
  const { id, kind, addressedTo, startedBy, resolved } = thread;
  return { id, kind, addressedTo, startedBy, isResolved: resolved !== null };
}
