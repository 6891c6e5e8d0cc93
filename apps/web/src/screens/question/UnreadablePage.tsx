// The page of a question whose answer cannot be read at the moment: the question, that it is so, and the way to its neighbours.
import type { Question } from '@chancery/domain';
import { type ReactElement, useId } from 'react';
import { useRound } from '../../api/current-round.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePageTitle } from '../../ui/page/use-page-title.ts';
import { questionWords } from './words.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';
import { QuestionHead } from './QuestionHead.tsx';
import { useQuestionPlace } from './on-screen/use-question-place.ts';

interface UnreadablePageProps {
  readonly question: Question;
  readonly onRetry: () => void;
}

export function UnreadablePage({ question, onRetry }: UnreadablePageProps): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  const textId = useId();
  const { heading, previous, next } = useQuestionPlace(question.id);
  usePageTitle(question.number === null ? question.text : say(questionWords.heading, { number: question.number }));
  return (
    <div className="mx-auto w-full max-w-[54rem] px-4 pb-10 sm:px-6">
      <QuestionHead
        round={round.id}
        question={question}
        sectionHeading={heading}
        textId={textId}
        previous={previous}
        next={next}
        aside={null}
      />
      <Banner tone="danger">
        <p>{say(questionWords.unreadable)}</p>
        <div className="mt-2">
          <Button onPress={onRetry}>{say(shellWords.tryAgain)}</Button>
        </div>
      </Banner>
    </div>
  );
}
