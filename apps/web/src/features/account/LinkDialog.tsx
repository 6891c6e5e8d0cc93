// A one-time link for somebody who has forgotten the password: by mail, or shown once.
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../api/call.ts';
import { signInQuery } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/form/CopyField.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { useWords } from '../../words/use-words.ts';
import { AccountActDialog } from './AccountActDialog.tsx';
import { useAccountAct } from './use-account-act.ts';
import { accountActWords, type ListedAccount } from './words.ts';

export function LinkDialog({ account, onClose }: { readonly account: ListedAccount; readonly onClose: () => void }): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const { person, name, email } = account;
  const [link, setLink] = useState<string | null>(null);
  const { data: signIn } = useQuery(signInQuery);
  const making = useAccountAct(
    () => call('makeLink', { params: { person } }),
    (made) => {
      setLink(made.link);
      if (made.sentTo === null) return;
      tell(say(accountActWords.linkSent, { email: made.sentTo }));
      onClose();
    },
  );
  const title = say(accountActWords.linkTitle, { name });
  if (link === null)
    return (
      <AccountActDialog title={title} action={say(accountActWords.linkMake)} asking={making} onClose={onClose}>
        {say(signIn?.sendsMail ? accountActWords.linkMailed : accountActWords.linkWhat, { name, email })}
      </AccountActDialog>
    );
  const words = { copy: say(accountActWords.copy), copied: say(accountActWords.copied), failed: say(accountActWords.copyFailed) };
  return (
    <Dialog title={title} onClose={onClose} foot={<Button onPress={onClose}>{say(accountActWords.done)}</Button>}>
      <div className="flex flex-col gap-4 text-15">
        <p>{say(accountActWords.linkOnce, { name })}</p>
        <CopyField label={say(accountActWords.linkLabel)} value={link} words={words} />
      </div>
    </Dialog>
  );
}
