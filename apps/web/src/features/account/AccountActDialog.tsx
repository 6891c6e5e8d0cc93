// The dialog that asks before something is done to an account, and says why it was not.
import type { ReactElement, ReactNode } from 'react';
import { Button, type ButtonLook } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { Banner } from '../../ui/page/Banner.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

interface AccountActDialogProps {
  readonly title: string;
  /** The verb on the button. */
  readonly action: string;
  readonly look?: ButtonLook;
  readonly asking: { readonly error: Error | null; readonly isPending: boolean; readonly mutate: () => void };
  /** Said in place of the refusal. */
  readonly instead?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function AccountActDialog({
  title,
  action,
  look = 'primary',
  asking,
  instead,
  onClose,
  children,
}: AccountActDialogProps): ReactElement {
  const { say } = useWords();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say(shellWords.cancel)}</Button>
          <Button look={look} isBusy={asking.isPending} onPress={asking.mutate}>
            {action}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-15">
        <p>{children}</p>
        {instead ?? (asking.error === null ? null : <Banner tone="danger">{say(...refusalSentence(asking.error))}</Banner>)}
      </div>
    </Dialog>
  );
}
