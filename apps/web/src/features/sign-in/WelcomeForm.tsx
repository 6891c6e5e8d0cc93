// The form of a one-time link: a password, and a name where nobody has entered one yet.
import { isVisible } from '@chancery/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import type { BodyOf, ResponseOf } from '@chancery/contract';
import { call } from '../../api/call.ts';
import { failureCode } from '../../api/failure.ts';
import { signInQuery } from '../../api/queries.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { TextField } from '../../ui/form/Field.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { useWords } from '../../words/use-words.ts';
import { welcomeWords } from './words.ts';
import { focusFirstFault, NewPasswordFields } from './password/NewPasswordFields.tsx';
import { useNewPassword } from './password/use-new-password.ts';

interface WelcomeFormProps {
  readonly token: string;
  readonly invited: ResponseOf<'readInvitation'>;
  /** The link turned out to be used or too old while the form was filled in. */
  readonly onUsed: () => void;
}

export function WelcomeForm({ token, invited, onUsed }: WelcomeFormProps): ReactElement {
  const { say } = useWords();
  const [name, setName] = useState(invited.isNamed ? invited.name : '');
  const [title, setTitle] = useState(invited.title);
  const isInvited = invited.purpose === 'invitation';
  const chosen = useNewPassword(invited.telling);
  const [isTried, setIsTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const entering = useEntering(onUsed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    const isGood = chosen.attempt();
    if (!isVisible(name) || !isGood) return focusFirstFault(form.current);
    entering.mutate({ token, password: chosen.password, ...(invited.isNamed ? {} : { name, title }) });
  };
  return (
    <>
      <h1 className="mt-2 text-27 font-semibold tracking-[-0.01em] sm:text-35">
        {say(isInvited ? welcomeWords.title : welcomeWords.passwordTitle)}
      </h1>
      <p className="mt-2 text-17 text-ink-soft">{say(isInvited ? welcomeWords.lead : welcomeWords.passwordLead)}</p>
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
          {invited.isNamed ? (
            <PrintedName {...invited} />
          ) : (
            <>
              <TextField
                label={say(welcomeWords.name)}
                hint={say(welcomeWords.nameHint)}
                error={isTried && !isVisible(name) ? say(welcomeWords.nameMissing) : null}
                value={name}
                onChange={(event) => setName(event.target.value)}
                autoComplete="name"
                required
              />
              <TextField
                label={say(welcomeWords.position)}
                hint={say(welcomeWords.positionHint)}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
                autoComplete="organization-title"
              />
            </>
          )}
          <NewPasswordFields chosen={chosen} label={say(isInvited ? welcomeWords.password : welcomeWords.newPassword)} />
          {entering.error === null ? null : <Banner tone="danger">{say(...refusalSentence(entering.error))}</Banner>}
          <Button type="submit" look="primary" size="large" isBusy={entering.isPending} className="w-full">
            {say(welcomeWords.enter)}
          </Button>
        </form>
      </Card>
    </>
  );
}

/** Who invited the person has entered it, and it is printed beside what they sign: nobody chooses how they are called. */
function PrintedName({ name, title }: Pick<ResponseOf<'readInvitation'>, 'name' | 'title'>): ReactElement {
  const { say } = useWords();
  return (
    <TextField
      label={say(welcomeWords.name)}
      hint={say(welcomeWords.nameEntered)}
      value={title === '' ? name : `${name}, ${title}`}
      readOnly
      className="bg-sunken!"
    />
  );
}

function useEntering(onUsed: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: BodyOf<'useInvitation'>) => call('useInvitation', { body }),
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
