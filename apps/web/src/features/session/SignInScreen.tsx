// Owns the page that everybody enters by.
import type { ReactElement } from 'react';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

export function SignInScreen(): ReactElement {
  const { say } = useWords();
  usePageTitle(say(shellWords.product));
  return (
    <main>
      <PageHead title={say(shellWords.product)} />
    </main>
  );
}
