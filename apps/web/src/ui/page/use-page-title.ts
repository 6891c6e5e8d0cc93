// The title of the page, which is what a screen reader says first and what tabs and history show.
import { useEffect } from 'react';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

/** Names the page "<page> · Chancery". */
export function usePageTitle(page: string): void {
  const { say } = useWords();
  useEffect(() => {
    document.title = say(shellWords.pageTitle, { page, product: say(shellWords.product) });
  }, [page, say]);
}
