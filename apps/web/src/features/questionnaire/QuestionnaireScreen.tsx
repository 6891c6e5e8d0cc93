// Owns the page "Questionnaire" of a round.
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

export function QuestionnaireScreen(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  usePageTitle(say(shellWords.questionnaire));
  return <PageHead title={say(shellWords.questionnaire)} detail={round.title} />;
}
