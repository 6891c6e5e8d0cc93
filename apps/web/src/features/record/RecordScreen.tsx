// Owns the page "Record" of a round.
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

export function RecordScreen(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  usePageTitle(say(shellWords.record));
  return <PageHead title={say(shellWords.record)} detail={round.title} />;
}
