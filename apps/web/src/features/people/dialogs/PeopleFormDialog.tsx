// What the forms of this page share: a dialog with fields, the refusal in words, and the one button that does it.
import { type ReactElement, type ReactNode, useId, useRef } from 'react';
import { Banner } from '../../../ui/page/Banner.tsx';
import { Button, type ButtonLook } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { refusalSentence } from '../../../words/refusals.ts';
import { shellWords } from '../../../words/shell.ts';
import { useWords } from '../../../words/use-words.ts';

interface PeopleFormDialogProps {
  readonly title: string;
  /** The verb on the button. */
  readonly action: string;
  readonly look?: ButtonLook;
  /** What was asked for and its fate, as a mutation tells it. */
  readonly asking: { readonly error: unknown; readonly isPending: boolean };
  /** Asks the server, or returns false when something is missing. */
  readonly onSubmit: () => boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function PeopleFormDialog({
  title,
  action,
  look = 'primary',
  asking,
  onSubmit,
  onClose,
  children,
}: PeopleFormDialogProps): ReactElement {
  const { say } = useWords();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const submit = () => {
    // The faults are marked by the render that a refused form leads to.
    if (!onSubmit()) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say(shellWords.cancel)}</Button>
          <Button look={look} isBusy={asking.isPending} type="submit" form={formId}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {children}
        {asking.error === null ? null : <Banner tone="danger">{say(...refusalSentence(asking.error))}</Banner>}
      </form>
    </Dialog>
  );
}
