// The office of administrator: given to a person, or taken back.
import type { ReactElement } from 'react';
import { call } from '../../api/call.ts';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { useWords } from '../../words/use-words.ts';
import { AccountActDialog } from './AccountActDialog.tsx';
import { useAccountAct } from './use-account-act.ts';
import { accountActWords, type ListedAccount } from './words.ts';

export function OfficeDialog({ account, onClose }: { readonly account: ListedAccount; readonly onClose: () => void }): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const { person, name, isAdministrator } = account;
  const changing = useAccountAct(
    () => call(isAdministrator ? 'dismissAdministrator' : 'nameAdministrator', { params: { person } }),
    () => {
      tell(say(isAdministrator ? accountActWords.dismissed : accountActWords.named, { name }));
      onClose();
    },
  );
  return (
    <AccountActDialog
      title={say(isAdministrator ? accountActWords.dismissTitle : accountActWords.nameTitle, { name })}
      action={say(isAdministrator ? accountActWords.dismiss : accountActWords.name)}
      look={isAdministrator ? 'danger' : 'primary'}
      asking={changing}
      onClose={onClose}
    >
      {say(isAdministrator ? accountActWords.dismissWhat : accountActWords.nameWhat, { name })}
    </AccountActDialog>
  );
}
