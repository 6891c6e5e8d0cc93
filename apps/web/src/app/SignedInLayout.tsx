// The frame around every page of somebody who is signed in.
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { signInQuery } from '../api/queries.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';
import { TopBar } from './TopBar.tsx';

export function SignedInLayout(): ReactElement | null {
  const { say } = useWords();
  const { data: signIn } = useQuery(signInQuery);
  const isSignedOut = signIn?.person === null;
  const page = useFocusAfterMove();
  useSignInWhen(isSignedOut);
  if (signIn === undefined || signIn.person === null) return null;
  return (
    <>
      <a
        href="#page"
        className="print:hidden fixed inset-s-2 -top-20 z-30 rounded-6 bg-accent-fill px-4 py-2 font-medium text-on-accent focus:top-2"
        onClick={(event) => {
          event.preventDefault();
          page.current?.focus();
        }}
      >
        {say(shellWords.skip)}
      </a>
      <TopBar person={signIn.person} isDemo={signIn.isDemo} />
      <main ref={page} id="page" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}

/** By loading the page again, so that nothing of what the person has read stays in this one. */
function useSignInWhen(isSignedOut: boolean): void {
  useEffect(() => {
    if (isSignedOut) location.replace(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
  }, [isSignedOut]);
}

/** After a move to another page the focus goes to its beginning, as it does when a browser loads one. */
function useFocusAfterMove(): RefObject<HTMLElement | null> {
  const page = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        const isFirst = fromLocation === undefined;
        // A page that put the focus somewhere itself knows better.
        if (isFirst || !pathChanged || page.current?.contains(document.activeElement)) return;
        page.current?.focus({ preventScroll: true });
      }),
    [router],
  );
  return page;
}
