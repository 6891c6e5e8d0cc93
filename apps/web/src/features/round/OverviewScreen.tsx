// Owns the page "Overview" of a round.
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

export function OverviewScreen(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  usePageTitle(say(shellWords.overview));
  return <PageHead title={say(shellWords.overview)} detail={round.title} />;
}
