// The form by which a person changes their own password.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import { failureCode } from '../../../api/failure.ts';
import { accountQuery } from '../../../api/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/form/Field.tsx';
import { useToasts } from '../../../ui/overlay/Toasts.tsx';
import { Banner } from '../../../ui/page/Banner.tsx';
import { refusalSentence } from '../../../words/refusals.ts';
import { useWords } from '../../../words/use-words.ts';
import { focusFirstFault, NewPasswordFields } from '../password/NewPasswordFields.tsx';
import { useNewPassword } from '../password/use-new-password.ts';
import { ownAccountWords } from './words.ts';

interface ChangePasswordFormProps {
  readonly email: string;
  /** Words of which the password must not be made. */
  readonly telling: readonly string[];
}

export function ChangePasswordForm({ email, telling }: ChangePasswordFormProps): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [present, setPresent] = useState('');
  const [isTried, setIsTried] = useState(false);
  const chosen = useNewPassword(telling);
  const changing = useMutation({
    mutationFn: () => call('changePassword', { body: { present, password: chosen.password } }),
    onSuccess: () => {
      tell(say(ownAccountWords.changed));
      setPresent('');
      setIsTried(false);
      chosen.clear();
      return client.invalidateQueries({ queryKey: accountQuery.queryKey });
    },
    onError: () => focusFirstFault(form.current),
  });
  const isWrong = failureCode(changing.error) === 'wrong-password';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    const isGood = chosen.attempt();
    if (present === '' || !isGood) return focusFirstFault(form.current);
    changing.mutate();
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex max-w-md flex-col gap-4">
      {/* For password keepers, which otherwise do not know whose it is. */}
      <input type="email" value={email} readOnly hidden autoComplete="username" />
      <TextField
        label={say(ownAccountWords.present)}
        type="password"
        autoComplete="current-password"
        required
        value={present}
        onChange={(event) => {
          setPresent(event.target.value);
          if (isWrong) changing.reset();
        }}
        error={isWrong ? say(ownAccountWords.presentWrong) : isTried && present === '' ? say(ownAccountWords.presentMissing) : null}
      />
      <NewPasswordFields chosen={chosen} label={say(ownAccountWords.newPassword)} />
      {changing.error === null || isWrong ? null : <Banner tone="danger">{say(...refusalSentence(changing.error))}</Banner>}
      <Button type="submit" look="primary" isBusy={changing.isPending} className="self-start">
        {say(ownAccountWords.change)}
      </Button>
    </form>
  );
}
