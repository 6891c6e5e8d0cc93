// The one-time link after an invitation: shown once, copied, gone.
import type { ResponseOf } from '@chancery/contract';
import type { ReactElement } from 'react';
import { Banner } from '../../../ui/page/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { CopyField } from '../../../ui/form/CopyField.tsx';
import { invitationWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';

interface InvitationDialogProps {
  readonly name: string;
  readonly made: Pick<ResponseOf<'addMember'>, 'invitation' | 'sentTo'>;
  readonly onClose: () => void;
}

export function InvitationDialog({ name, made: { invitation: link, sentTo }, onClose }: InvitationDialogProps): ReactElement {
  const { say } = useWords();
  return (
    <Dialog
      title={say(invitationWords.title, { name })}
      onClose={onClose}
      foot={<Button onPress={onClose}>{say(invitationWords.done)}</Button>}
    >
      {link === null ? (
        <Banner tone="good">
          {sentTo === null ? say(invitationWords.active, { name }) : say(invitationWords.sent, { name, email: sentTo })}
        </Banner>
      ) : (
        <OneTimeLink name={name} link={link} />
      )}
    </Dialog>
  );
}

function OneTimeLink({ name, link }: { readonly name: string; readonly link: string }): ReactElement {
  const { say } = useWords();
  const words = { copy: say(invitationWords.copy), copied: say(invitationWords.copied), failed: say(invitationWords.copyFailed) };
  return (
    <div className="flex flex-col gap-4">
      <p>{say(invitationWords.once, { name })}</p>
      <CopyField label={say(invitationWords.link)} value={link} words={words} />
      <p className="text-13 text-ink-soft">{say(invitationWords.lost)}</p>
    </div>
  );
}
