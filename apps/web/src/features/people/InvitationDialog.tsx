// The one-time link after an invitation: shown once, copied, gone.
import type { ResponseOf } from '@chancery/contract';
import { type ReactElement, useRef, useState } from 'react';
import { Banner } from '../../ui/page/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { TextField } from '../../ui/form/Field.tsx';
import { invitationWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

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

type Copying = 'not-yet' | 'copied' | 'failed';

function OneTimeLink({ name, link }: { readonly name: string; readonly link: string }): ReactElement {
  const { say } = useWords();
  const [copying, setCopying] = useState<Copying>('not-yet');
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopying('copied');
    } catch {
      // Not every browser lets a page write there: the person can.
      field.current?.select();
      setCopying('failed');
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <p>{say(invitationWords.once, { name })}</p>
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 grow basis-64">
          <TextField
            ref={field}
            label={say(invitationWords.link)}
            value={link}
            readOnly
            dir="ltr"
            onFocus={(event) => event.target.select()}
            className="numbers-aligned text-13!"
          />
        </div>
        <Button look="primary" icon={copying === 'copied' ? 'check' : 'link'} className="h-10" onPress={() => void copy()}>
          {say(copying === 'copied' ? invitationWords.copied : invitationWords.copy)}
        </Button>
      </div>
      <output className={copying === 'failed' ? 'text-15 text-warning' : 'sr-only'}>
        {copying === 'not-yet' ? '' : say(copying === 'copied' ? invitationWords.copied : invitationWords.copyFailed)}
      </output>
      <p className="text-13 text-ink-soft">{say(invitationWords.lost)}</p>
    </div>
  );
}
