// The page for somebody who has forgotten the password: a link by mail, or whom to ask for one.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { signInQuery } from '../api/queries.ts';
import { ForgottenForm } from '../features/sign-in/ForgottenForm.tsx';
import { forgottenWords } from '../features/sign-in/words.ts';
import { buttonClasses } from '../ui/Button.tsx';
import { Card } from '../ui/page/Card.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';

export function ForgottenScreen(): ReactElement {
  const { say } = useWords();
  const { data: signIn } = useQuery(signInQuery);
  usePageTitle(say(forgottenWords.title));
  return (
    <main id="page" tabIndex={-1} className="mx-auto max-w-xl px-4 py-8 sm:px-6 sm:py-16">
      <p className="text-17 font-semibold tracking-[-0.01em] text-accent">{say(shellWords.product)}</p>
      <h1 className="mt-2 text-27 font-semibold tracking-[-0.01em] sm:text-35">{say(forgottenWords.title)}</h1>
      <p className="mt-2 text-17 text-pretty text-ink-soft">
        {say(signIn?.sendsMail ? forgottenWords.byMail : forgottenWords.byAdministrator)}
      </p>
      {signIn?.sendsMail ? (
        <Card className="mt-6 p-6">
          <ForgottenForm />
        </Card>
      ) : null}
      <p className="mt-6">
        <Link to="/sign-in" search={{}} className={buttonClasses(signIn?.sendsMail ? 'quiet' : 'primary')}>
          {say(forgottenWords.back)}
        </Link>
      </p>
    </main>
  );
}
