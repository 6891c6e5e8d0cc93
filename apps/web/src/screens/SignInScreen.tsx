// The page where everybody signs in.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useIsOnline } from '../api/online.ts';
import { signInQuery } from '../api/queries.ts';
import { Banner } from '../ui/page/Banner.tsx';
import { Card } from '../ui/page/Card.tsx';
import { ProductMark } from '../ui/page/ProductMark.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { signInWords } from '../features/sign-in/words.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';
import { DemoPeople } from '../features/sign-in/DemoPeople.tsx';
import { SignInForm } from '../features/sign-in/SignInForm.tsx';

export function SignInScreen(): ReactElement {
  const { say } = useWords();
  const { data: signIn } = useQuery(signInQuery);
  const isOnline = useIsOnline();
  usePageTitle(say(signInWords.signIn));
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-6 px-4 py-10 sm:px-6 sm:py-16">
      <header>
        <h1 className="flex items-center gap-3 text-35 font-semibold tracking-[-0.02em]">
          <ProductMark size={36} />
          {say(shellWords.product)}
        </h1>
        <p className="mt-2 max-w-[38rem] text-17 text-pretty text-ink-soft">{say(signInWords.purpose)}</p>
      </header>
      {isOnline ? null : (
        <Banner tone="warning" icon="no-connection">
          {say(shellWords.offline)}
        </Banner>
      )}
      {signIn?.isDemo ? (
        <>
          <DemoPeople />
          <details className="rounded-6 bg-surface ring-1 ring-line">
            <summary className="flex min-h-11 items-center px-5 text-15 font-medium">{say(signInWords.otherWay)}</summary>
            <div className="max-w-md px-5 pt-1 pb-5">
              <SignInForm />
            </div>
          </details>
        </>
      ) : (
        <Card className="max-w-md p-6">
          <SignInForm />
        </Card>
      )}
    </main>
  );
}
