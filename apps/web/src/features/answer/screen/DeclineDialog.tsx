// Owns the moment of declining a proposal: the reason, without which nothing is declined.
import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import { proposalWords } from '../../../words/answer.ts';
import { shellWords } from '../../../words/shell.ts';
import { useWords } from '../../../words/use-words.ts';

interface DeclineDialogProps {
  /** Whose words they are. */
  readonly person: string;
  readonly isUnderWay: boolean;
  readonly onDecline: (reason: string) => void;
  readonly onCancel: () => void;
}

const longestReason = 2000;

export function DeclineDialog({ person, isUnderWay, onDecline, onCancel }: DeclineDialogProps): ReactElement {
  const { say } = useWords();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isMissing = reason.trim() === '';
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
          <Button look="primary" isBusy={isUnderWay} onPress={decline}>
            {say(proposalWords.declineNow)}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          decline();
        }}
      >
        <TextArea
          label={say(proposalWords.declineWhy)}
          hint={say(proposalWords.declineHint, { person })}
          error={isTried && isMissing ? say(proposalWords.declineNoReason) : null}
          value={reason}
          maxLength={longestReason}
          required
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
