// The moment of declining a proposal: the reason, without which nothing is declined.
import { isVisible } from '@chancery/domain';
import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { TextArea } from '../../ui/form/Field.tsx';
import { proposalWords } from './words.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

interface DeclineDialogProps {
  /** Whose words they are, as the catalogue asks it. */
  readonly author: { readonly person: string; readonly isYou: string };
  readonly words: string;
  readonly isUnderWay: boolean;
  readonly onDecline: (reason: string) => void;
  readonly onCancel: () => void;
}

const maxReasonLength = 2000;

export function DeclineDialog({ author, words, isUnderWay, onDecline, onCancel }: DeclineDialogProps): ReactElement {
  const { say } = useWords();
  const formId = useId();
  const reasonArea = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  useEffect(() => reasonArea.current?.focus(), []);
  const isMissing = !isVisible(reason);
  const decline = (): void => {
    setIsTried(true);
    if (!isMissing) onDecline(reason.trim());
  };
  return (
    <Dialog
      title={say(proposalWords.declineTitle)}
      onClose={onCancel}
      foot={
        <>
          <Button onPress={onCancel}>{say(shellWords.cancel)}</Button>
          <Button look="primary" isBusy={isUnderWay} type="submit" form={formId}>
            {say(proposalWords.declineNow)}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          decline();
        }}
      >
        {words === '' ? null : (
          <blockquote className="mb-4 max-h-40 overflow-y-auto border-s-3 border-line-strong ps-3 whitespace-pre-wrap">{words}</blockquote>
        )}
        <TextArea
          ref={reasonArea}
          label={say(proposalWords.declineWhy)}
          hint={say(proposalWords.declineHint, author)}
          error={isTried && isMissing ? say(proposalWords.declineNoReason) : null}
          value={reason}
          maxLength={maxReasonLength}
          required
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
