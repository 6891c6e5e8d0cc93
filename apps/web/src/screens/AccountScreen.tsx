// One's own account: where one is signed in, and the change of the password.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { accountQuery, signInQuery } from '../api/queries.ts';
import { ChangePasswordForm } from '../features/sign-in/own/ChangePasswordForm.tsx';
import { SignInList } from '../features/sign-in/own/SignInList.tsx';
import { ownAccountWords } from '../features/sign-in/own/words.ts';
import { Card } from '../ui/page/Card.tsx';
import { ErrorState } from '../ui/page/EmptyState.tsx';
import { PageHead } from '../ui/page/PageHead.tsx';
import { SkeletonRows } from '../ui/page/Skeleton.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { refusalWords } from '../words/refusals.ts';
import { useWords } from '../words/use-words.ts';

export function AccountScreen(): ReactElement | null {
  const { say } = useWords();
  const { data: signIn } = useQuery(signInQuery);
  const { data, error, refetch } = useQuery(accountQuery);
  usePageTitle(say(ownAccountWords.title));
  if (signIn === undefined || signIn.person === null) return null;
  const { name, email } = signIn.person;
  return (
    <>
      <PageHead title={say(ownAccountWords.title)} detail={say(ownAccountWords.detail, { name, email })} />
      <div className="mx-auto grid max-w-[88rem] items-start gap-6 px-4 pb-16 sm:px-6 lg:grid-cols-2">
        <Part title={say(ownAccountWords.signIns)} why={say(ownAccountWords.signInsWhy)}>
          {data === undefined ? (
            error === null ? (
              <SkeletonRows rows={2} />
            ) : (
              <ErrorState error={error} onRetry={() => void refetch()} />
            )
          ) : (
            <SignInList signIns={data.signIns} />
          )}
        </Part>
        <Part title={say(ownAccountWords.password)} why={say(signIn.isDemo ? refusalWords['demo-account'] : ownAccountWords.passwordWhy)}>
          {signIn.isDemo ? null : (
            <div className="px-4 py-4 sm:px-5">
              <ChangePasswordForm email={email} telling={data?.telling ?? []} />
            </div>
          )}
        </Part>
      </div>
    </>
  );
}

function Part({ title, why, children }: { readonly title: string; readonly why: string; readonly children: ReactNode }): ReactElement {
  return (
    <Card>
      <div className="border-b border-line px-4 py-3 sm:px-5">
        <h2 className="text-17 font-semibold">{title}</h2>
        <p className="mt-0.5 text-13 text-pretty text-ink-soft">{why}</p>
      </div>
      {children}
    </Card>
  );
}
