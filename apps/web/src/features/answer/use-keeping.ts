// Finding out whether words that were not taken are kept: whether a proposal of this person holds them.
import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@chancery/contract';
import type { PersonId, QuestionId, RoundId } from '@chancery/domain';
import { useEffect, useState } from 'react';
import { proposalsQuery } from '../../api/queries.ts';
import type { RefusedEdits } from '@chancery/sync-client';

type Proposal = ResponseOf<'readProposals'>['proposals'][number];

export type Keeping =
  | { readonly status: 'not-needed' | 'asking' | 'unconfirmed' | 'not-given' }
  | { readonly status: 'kept'; readonly proposal: string };

const askEveryMs = 700;
const givenUpAfterMs = 8_000;

export interface Kept {
  readonly round: RoundId;
  readonly question: QuestionId;
  readonly person: PersonId;
  readonly refusal: RefusedEdits;
}

/** Asks the server for a while. What is not confirmed by then is said so, and believed later if it turns up. */
export function useKeeping({ round, question, person, refusal }: Kept): Keeping {
  const [givenUp, setGivenUp] = useState<RefusedEdits | null>(null);
  const isAsked = refusal.handedOver === 'done';
  useEffect(() => {
    const timer = setTimeout(() => setGivenUp(refusal), givenUpAfterMs);
    return () => clearTimeout(timer);
  }, [refusal]);
  const { data } = useQuery({
    ...proposalsQuery(round, question),
    enabled: isAsked,
    refetchInterval: ({ state }) =>
      givenUp === refusal || findKept(state.data?.proposals, person, refusal) !== undefined ? false : askEveryMs,
  });
  if (refusal.handedOver === 'not-needed') return { status: 'not-needed' };
  if (refusal.handedOver === 'too-large') return { status: 'not-given' };
  const kept = findKept(data?.proposals, person, refusal);
  if (kept !== undefined) return { status: 'kept', proposal: kept.id };
  return { status: givenUp === refusal ? 'unconfirmed' : 'asking' };
}

function findKept(proposals: readonly Proposal[] | undefined, person: PersonId, { texts }: RefusedEdits): Proposal | undefined {
  return proposals?.findLast((it) => it.person === person && holdsText([it.text, it.added, it.removed], texts));
}

/** True when every word of `words` is somewhere in `texts`. */
export function holdsText(texts: readonly string[], words: readonly string[]): boolean {
  const held = new Set(texts.flatMap(wordsOf));
  return words.flatMap(wordsOf).every((word) => held.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
