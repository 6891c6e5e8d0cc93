// The foot of the paper: what is saved, how many words, who wrote.
import { useQuery } from '@tanstack/react-query';
import { plainText } from '@chancery/answer-doc';
import type { AnswerContent, QuestionId, RoundId } from '@chancery/domain';
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { historyQuery } from '../../api/queries.ts';
import { useBar } from '../../ui/page/bars.ts';
import { savingWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import type { ConnectionState } from '@chancery/sync-client';
import { SavingState } from './SavingState.tsx';

export interface AnswerFootProps {
  readonly round: RoundId;
  readonly question: QuestionId;
  readonly state: ConnectionState;
  readonly content: AnswerContent | null;
}

export function AnswerFoot({ round, question, state, content }: AnswerFootProps): ReactElement {
  const { say } = useWords();
  const writers = useWriters(round, question);
  const bar = useBar<HTMLElement>('bottom');
  return (
    <footer ref={bar} className="paper-foot">
      <SavingState state={state} />
      {content === null ? null : <p className="numbers-aligned">{say(savingWords.words, { count: countWords(plainText(content)) })}</p>}
      {writers === null ? null : <p className="paper-writers">{say(savingWords.writtenBy, { names: writers })}</p>}
    </footer>
  );
}

const namesShown = 3;

/** The people who wrote, those who wrote last before the others; null where nobody has. */
function useWriters(round: RoundId, question: QuestionId): string | null {
  const { say } = useWords();
  const { people } = useRound();
  const { data } = useQuery(historyQuery(round, question));
  const spells = data?.spells.toSorted((left, right) => right.to - left.to) ?? [];
  const names = [...new Set(spells.flatMap((it) => (it.person === null ? [] : (people.get(it.person)?.name ?? []))))];
  if (names.length === 0) return null;
  const shown = names.slice(0, namesShown).join(', ');
  return names.length <= namesShown ? shown : say(savingWords.andMore, { names: shown, count: names.length - namesShown });
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
