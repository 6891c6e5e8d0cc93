// The proof of identity: the password once more, which counts for some minutes.
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import { failureCode } from '../../../api/failure.ts';
import { demoQuery, signInQuery } from '../../../api/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/form/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { signatureWords } from '../words.ts';
import { refusalSentence } from '../../../words/refusals.ts';
import { useWords } from '../../../words/use-words.ts';

type IdentityProof = 'none' | 'proven' | 'expired';

/** The server lets it count for five minutes; the screen ends it a little earlier, so that nobody signs in vain. */
const countsMs = 4.75 * 60_000;

export interface ProvingIdentity {
  readonly proof: IdentityProof;
  readonly prove: () => void;
  /** The server no longer accepts it. */
  readonly forget: () => void;
}

export function useIdentityProof(): ProvingIdentity {
  const [proof, setProof] = useState<IdentityProof>('none');
  useEffect(() => {
    if (proof !== 'proven') return undefined;
    const timer = setTimeout(() => setProof('expired'), countsMs);
    return () => clearTimeout(timer);
  }, [proof]);
  const prove = useCallback(() => setProof('proven'), []);
  const forget = useCallback(() => setProof('expired'), []);
  return { proof, prove, forget };
}

interface ApprovalProofProps {
  readonly isProven: boolean;
  /** A proof was given and its minutes are over. */
  readonly isExpired: boolean;
  readonly onProven: () => void;
}

export function ApprovalProof({ isProven, isExpired, onProven }: ApprovalProofProps): ReactElement {
  const { say } = useWords();
  return (
    <div>
      <h3 className="text-17 font-semibold">{say(signatureWords.identity)}</h3>
      <output className={isProven ? 'mt-2 flex items-start gap-2 text-accepted' : isExpired ? 'mt-1 block text-warning' : 'sr-only'}>
        {isProven ? <Icon name="check-circle" className="mt-1" /> : null}
        {isProven ? say(signatureWords.confirmed) : isExpired ? say(signatureWords.expired) : ''}
      </output>
      {isProven ? null : <ProofForm onProven={onProven} />}
    </div>
  );
}

function ProofForm({ onProven }: { readonly onProven: () => void }): ReactElement {
  const { say } = useWords();
  const { data: signIn } = useQuery(signInQuery);
  const [password, setPassword] = useState('');
  const [isTried, setIsTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const proving = useMutation({
    mutationFn: () => call('proveIdentity', { body: { password } }),
    onSuccess: onProven,
    onError: () => field.current?.select(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (password === '') field.current?.focus();
    else proving.mutate();
  };
  const email = signIn?.person?.email ?? '';
  return (
    <form noValidate onSubmit={submit} className="mt-2 flex max-w-md flex-col gap-3">
      {/* Tells a password manager whose password is asked for. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <TextField
        ref={field}
        type="password"
        autoComplete="current-password"
        label={say(signatureWords.password)}
        hint={say(signatureWords.passwordHint, { email })}
        error={errorIn(say, { isMissing: isTried && password === '', thrown: proving.error })}
        value={password}
        onChange={(event) => {
          proving.reset();
          setPassword(event.target.value);
        }}
        required
      />
      {signIn?.isDemo ? <DemoPassword /> : null}
      <span>
        <Button type="submit" isBusy={proving.isPending}>
          {say(signatureWords.confirm)}
        </Button>
      </span>
    </form>
  );
}

function DemoPassword(): ReactElement | null {
  const { say } = useWords();
  const { data } = useQuery(demoQuery);
  return data === undefined ? null : (
    <p className="text-13 text-ink-soft">{say(signatureWords.demoPassword, { password: data.password })}</p>
  );
}

function errorIn(
  say: ReturnType<typeof useWords>['say'],
  { isMissing, thrown }: { readonly isMissing: boolean; readonly thrown: unknown },
): string | null {
  if (isMissing) return say(signatureWords.passwordMissing);
  if (thrown === null) return null;
  return failureCode(thrown) === 'wrong-password' ? say(signatureWords.passwordWrong) : say(...refusalSentence(thrown));
}
