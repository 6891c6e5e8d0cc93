// Owns the page "Approval" of a round.
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

export function ApprovalScreen(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  usePageTitle(say(shellWords.approval));
  return <PageHead title={say(shellWords.approval)} detail={round.title} />;
}
