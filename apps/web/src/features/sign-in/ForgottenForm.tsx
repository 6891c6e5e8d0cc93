// The form that asks for a link by mail. What it says afterwards is the same whether anybody has that address.
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { call } from '../../api/call.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/form/Field.tsx';
import { Banner } from '../../ui/page/Banner.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { useWords } from '../../words/use-words.ts';
import { forgottenWords, signInWords } from './words.ts';

export function ForgottenForm(): ReactElement {
  const { say } = useWords();
  const [email, setEmail] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const asking = useMutation({ mutationFn: () => call('requestPasswordLink', { body: { email: email.trim() } }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isAddress = /^\S+@\S+\.\S+$/.test(email.trim());
    setIsMissing(!isAddress);
    if (isAddress) asking.mutate();
  };
  if (asking.isSuccess) return <Banner tone="good">{say(forgottenWords.asked, { email: email.trim() })}</Banner>;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {asking.error === null ? null : <Banner tone="danger">{say(...refusalSentence(asking.error))}</Banner>}
      <TextField
        label={say(signInWords.email)}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={isMissing ? say(forgottenWords.addressMissing) : null}
      />
      <Button type="submit" look="primary" size="large" isBusy={asking.isPending}>
        {say(forgottenWords.ask)}
      </Button>
    </form>
  );
}
