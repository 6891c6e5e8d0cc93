// The two fields in which a new password is chosen.
import { type ReactElement, useState } from 'react';
import { passwordLength } from '@chancery/domain';
import { Checkbox } from '../../../ui/form/Checkbox.tsx';
import { TextField } from '../../../ui/form/Field.tsx';
import { passwordValues, refusalWords } from '../../../words/refusals.ts';
import { useWords } from '../../../words/use-words.ts';
import { newPasswordWords } from './words.ts';
import type { PasswordFault } from './password-rules.ts';
import type { NewPassword } from './use-new-password.ts';

export function NewPasswordFields({ chosen, label }: { readonly chosen: NewPassword; readonly label: string }): ReactElement {
  const { say } = useWords();
  const [isShown, setIsShown] = useState(false);
  const secret = { type: isShown ? 'text' : 'password', autoComplete: 'new-password', required: true } as const;
  const { fault } = chosen;
  return (
    <>
      <TextField
        {...secret}
        label={label}
        hint={say(newPasswordWords.hint, { min: passwordLength.min })}
        error={fault === null || fault.code === 'not-the-same' ? null : sayFault(say, fault)}
        value={chosen.password}
        onChange={(event) => chosen.type(event.target.value)}
      />
      <TextField
        {...secret}
        label={say(newPasswordWords.again)}
        error={fault?.code === 'not-the-same' ? say(newPasswordWords.notTheSame) : null}
        value={chosen.again}
        onChange={(event) => chosen.typeAgain(event.target.value)}
      />
      <Checkbox label={say(newPasswordWords.show)} isChecked={isShown} onChange={setIsShown} className="-mt-2" />
    </>
  );
}

function sayFault(say: ReturnType<typeof useWords>['say'], fault: Exclude<PasswordFault, { readonly code: 'not-the-same' }>): string {
  return say(refusalWords[fault.code], passwordValues(fault));
}

/** The first field that says what is wrong with it gets the focus, after the render that this event leads to. */
export function focusFirstFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
}
