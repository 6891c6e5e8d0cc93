// The banner above an answer that was returned or reopened: who took it back, when and why.
import type { AnswerView } from '@chancery/contract';
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { useTakenBackWords } from '../../words/use-taken-back-words.ts';
import { useWords } from '../../words/use-words.ts';
import { questionWords } from './words.ts';

export function TakenBackBanner({ answer }: { readonly answer: AnswerView }): ReactElement | null {
  const { say, moment } = useWords();
  const { people } = useRound();
  const why = useTakenBackWords();
  const { takenBack } = answer;
  if (takenBack === null) return null;
  const by = people.get(takenBack.person)?.name ?? say(questionWords.aCoordinator);
  return (
    <Banner tone="warning" icon="return" className="mb-4">
      <p className="font-semibold">
        {say(takenBack.kind === 'returned' ? questionWords.returnedBy : questionWords.reopenedBy, { by, moment: moment(takenBack.at) })}
      </p>
      <p className="text-ink">{why(takenBack)}</p>
      <p className="text-13 text-ink-soft">{say(questionWords.untilCleared)}</p>
    </Banner>
  );
}
