// Owns the page "Exports" of a round.
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

export function ExportsScreen(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  usePageTitle(say(shellWords.exports));
  return <PageHead title={say(shellWords.exports)} detail={round.title} />;
}
