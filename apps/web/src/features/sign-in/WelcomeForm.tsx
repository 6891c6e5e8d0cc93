// The form by which an invited person sets name, title and password.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import type { ResponseOf } from '@chancery/contract';
import { call } from '../../api/call.ts';
import { failureCode } from '../../api/failure.ts';
import { signInQuery } from '../../api/queries.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { Checkbox } from '../../ui/form/Checkbox.tsx';
import { TextField } from '../../ui/form/Field.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { useWords } from '../../words/use-words.ts';
import { welcomeWords } from './words.ts';
import { type PasswordFault, passwordFault, passwordLength } from './password-rules.ts';

interface WelcomeFormProps {
  readonly token: string;
  readonly invited: ResponseOf<'readInvitation'>;
  /** The link turned out to be used or too old while the form was filled in. */
  readonly onUsed: () => void;
}

export function WelcomeForm({ token, invited, onUsed }: WelcomeFormProps): ReactElement {
  const { say } = useWords();
  const [name, setName] = useState(invited.name === invited.email ? '' : invited.name); // an account made at the server has no name yet
  const [title, setTitle] = useState(invited.title);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setIsTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const entering = useEntering(onUsed);
  const fault = isTried ? passwordFault(password, again) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() === '' || passwordFault(password, again) !== null) return focusFirstFault(form.current);
    entering.mutate({ token, name, title, password });
  };
  return (
    <>
      <h1 className="mt-2 text-27 font-semibold tracking-[-0.01em] sm:text-35">{say(welcomeWords.title)}</h1>
      <p className="mt-2 text-17 text-ink-soft">{say(welcomeWords.lead)}</p>
      <Card className="mt-6 px-4 py-5 sm:px-6 sm:py-6">
        <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-5">
          <TextField
            label={say(welcomeWords.email)}
            hint={say(welcomeWords.emailHint)}
            value={invited.email}
            readOnly
            autoComplete="username"
            className="bg-sunken!"
          />
          <TextField
            label={say(welcomeWords.name)}
            hint={say(welcomeWords.nameHint)}
            error={isTried && name.trim() === '' ? say(welcomeWords.nameMissing) : null}
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="name"
            maxLength={200}
            required
          />
          <TextField
            label={say(welcomeWords.position)}
            hint={say(welcomeWords.positionHint)}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            autoComplete="organization-title"
            maxLength={200}
          />
          <PasswordFields password={password} again={again} fault={fault} onPassword={setPassword} onAgain={setAgain} />
          {entering.error === null ? null : <Banner tone="danger">{say(...refusalSentence(entering.error))}</Banner>}
          <Button type="submit" look="primary" size="large" isBusy={entering.isPending} className="w-full">
            {say(welcomeWords.enter)}
          </Button>
        </form>
      </Card>
    </>
  );
}

interface PasswordFieldsProps {
  readonly password: string;
  readonly again: string;
  readonly fault: PasswordFault | null;
  readonly onPassword: (password: string) => void;
  readonly onAgain: (again: string) => void;
}

function PasswordFields({ password, again, fault, onPassword, onAgain }: PasswordFieldsProps): ReactElement {
  const { say } = useWords();
  const [isShown, setIsShown] = useState(false);
  const secret = { type: isShown ? 'text' : 'password', autoComplete: 'new-password', required: true } as const;
  return (
    <>
      <TextField
        {...secret}
        label={say(welcomeWords.password)}
        hint={say(welcomeWords.passwordHint, { min: passwordLength.min })}
        error={fault === null || fault.code === 'not-the-same' ? null : sayFault(say, fault)}
        value={password}
        onChange={(event) => onPassword(event.target.value)}
      />
      <TextField
        {...secret}
        label={say(welcomeWords.again)}
        error={fault?.code === 'not-the-same' ? sayFault(say, fault) : null}
        value={again}
        onChange={(event) => onAgain(event.target.value)}
      />
      <Checkbox label={say(welcomeWords.show)} isChecked={isShown} onChange={setIsShown} className="-mt-2" />
    </>
  );
}

function useEntering(onUsed: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: { token: string; name: string; title: string; password: string }) => call('useInvitation', { body }),
    onSuccess: async (signIn) => {
      // What was read before was read by somebody else.
      client.clear();
      client.setQueryData(signInQuery.queryKey, signIn);
      await navigate({ to: '/', replace: true });
    },
    onError: (error) => {
      if (failureCode(error) === 'link-used') onUsed();
    },
  });
}

function sayFault(say: ReturnType<typeof useWords>['say'], fault: PasswordFault): string {
  return say(welcomeWords[fault.code], { missing: fault.code === 'too-short' ? fault.missing : 0, max: passwordLength.max });
}

function focusFirstFault(form: HTMLFormElement | null): void {
  // The faults are marked by the render that this event leads to.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
}
