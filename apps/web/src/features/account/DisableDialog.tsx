// The end of an account: asked for once, and again where a round would lose its last coordinator.
import type { ReactElement } from 'react';
import { call } from '../../api/call.ts';
import { Failure } from '../../api/failure.ts';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { Banner } from '../../ui/page/Banner.tsx';
import { useWords } from '../../words/use-words.ts';
import { AccountActDialog } from './AccountActDialog.tsx';
import { useAccountAct } from './use-account-act.ts';
import { accountActWords, type ListedAccount } from './words.ts';

export function DisableDialog({ account, onClose }: { readonly account: ListedAccount; readonly onClose: () => void }): ReactElement {
  const { say, list } = useWords();
  const { tell } = useToasts();
  const { person, name } = account;
  const disabling = useAccountAct(
    () => call('disableAccount', { params: { person }, body: { evenLastCoordinator: ledAlone !== null } }),
    () => {
      tell(say(accountActWords.disabled, { name }));
      onClose();
    },
  );
  const ledAlone = roundsLedAlone(disabling.error, account);
  return (
    <AccountActDialog
      title={say(accountActWords.disableTitle, { name })}
      action={say(ledAlone === null ? accountActWords.disable : accountActWords.disableAnyway)}
      look="danger"
      asking={disabling}
      instead={
        ledAlone === null ? undefined : <Banner tone="warning">{say(accountActWords.disableLast, { rounds: list(ledAlone) })}</Banner>
      }
      onClose={onClose}
    >
      {say(accountActWords.disableWhat, { name })}
    </AccountActDialog>
  );
}

/** The titles of the rounds that would have no coordinator; null when that is not what was refused. */
function roundsLedAlone(error: Error | null, { rounds }: ListedAccount): readonly string[] | null {
  const refusal = error instanceof Failure ? error.problem?.refusal : undefined;
  if (refusal?.code !== 'last-coordinator-account') return null;
  return refusal.rounds.map((id) => rounds.find((round) => round.id === id)?.title ?? id);
}
