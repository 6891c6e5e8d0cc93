// The form that signs in by e-mail address and password.
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Banner } from '../../ui/page/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/form/Field.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { signInWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { useEntering } from './use-entering.ts';

export function SignInForm(): ReactElement {
  const entering = useEntering();
  const { say } = useWords();
  const [missing, setMissing] = useState<{ readonly email: boolean; readonly password: boolean }>({ email: false, password: false });
  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const [email, password] = [typed('email').trim(), typed('password')];
    setMissing({ email: email === '', password: password === '' });
    if (email !== '' && password !== '') entering.mutate({ email, password });
  };
  return (
    <form noValidate onSubmit={enter} className="flex flex-col gap-4">
      <SignInFailure error={entering.error} />
      <TextField
        label={say(signInWords.email)}
        name="email"
        type="email"
        autoComplete="username"
        error={missing.email ? say(signInWords.emailMissing) : null}
      />
      <TextField
        label={say(signInWords.password)}
        name="password"
        type="password"
        autoComplete="current-password"
        error={missing.password ? say(signInWords.passwordMissing) : null}
      />
      <Button type="submit" look="primary" size="large" isBusy={entering.isPending}>
        {say(signInWords.signIn)}
      </Button>
      <p>
        <Link to="/forgotten" className="text-15 text-accent underline-offset-2 hover:underline">
          {say(signInWords.forgotten)}
        </Link>
      </p>
    </form>
  );
}

/** Why it did not work, and for how long it will not. */
export function SignInFailure({ error }: { readonly error: Error | null }): ReactElement | null {
  const { say } = useWords();
  if (error === null) return null;
  return <Banner tone="danger">{say(...refusalSentence(error))}</Banner>;
}
