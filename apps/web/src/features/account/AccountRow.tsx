// One account: whose, how it stands, and what can be done about it.
import { type ReactElement, useState } from 'react';
import { call } from '../../api/call.ts';
import { buttonClasses } from '../../ui/Button.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/overlay/Menu.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { useWords } from '../../words/use-words.ts';
import { DisableDialog } from './DisableDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { OfficeDialog } from './OfficeDialog.tsx';
import { useAccountAct } from './use-account-act.ts';
import { accountActWords, accountStateWords, accountWords, type ListedAccount } from './words.ts';

interface AccountRowProps {
  readonly account: ListedAccount;
  readonly isSelf: boolean;
}

const icons: Record<ListedAccount['state'], IconName> = { active: 'check-circle', invited: 'clock', disabled: 'lock' };

export function AccountRow({ account, isSelf }: AccountRowProps): ReactElement {
  const { say, list, moment } = useWords();
  const { name, title, email, state, isAdministrator, lastSignInAt, rounds, mailFailure } = account;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-6 gap-y-1 border-b border-line px-4 py-3 last:border-0 sm:px-5 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,4fr)_auto]">
      <div className="min-w-0">
        <p className="text-15 font-medium wrap-anywhere">
          {name}
          {isSelf ? <Mark>{say(accountWords.you)}</Mark> : null}
          {isAdministrator ? <Mark>{say(accountWords.administrator)}</Mark> : null}
        </p>
        <p className="text-13 wrap-anywhere text-ink-soft">{[title, email].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="text-13 max-md:order-last max-md:col-span-2">
        <p className="inline-flex items-center gap-1.5 font-medium">
          <Icon name={icons[state]} size={14} />
          {say(accountStateWords[state])}
        </p>
        <p className="text-ink-soft">
          {lastSignInAt === null ? say(accountWords.never) : say(accountWords.lastSignIn, { moment: moment(lastSignInAt) })}
        </p>
        {mailFailure === null ? null : (
          <p className="font-medium wrap-anywhere text-danger">{say(accountWords.mailFailed, { failure: mailFailure })}</p>
        )}
      </div>
      <p className="text-13 text-ink-soft max-md:order-last max-md:col-span-2">
        {rounds.length === 0 ? say(accountWords.noRound) : say(accountWords.rounds, { rounds: list(rounds.map((it) => it.title)) })}
      </p>
      <AccountMenu account={account} isSelf={isSelf} />
    </li>
  );
}

function Mark({ children }: { readonly children: string }): ReactElement {
  return <span className="ms-2 rounded-full bg-sunken px-2 py-0.5 text-13 font-medium whitespace-nowrap text-ink-soft">{children}</span>;
}

type Asked = 'link' | 'disable' | 'office';

function AccountMenu({ account, isSelf }: AccountRowProps): ReactElement {
  const { say } = useWords();
  const { tell, tellFailure } = useToasts();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { person, name, state, isAdministrator } = account;
  const params = { person };
  const ending = useAccountAct(
    () => call('endSignInsOf', { params }),
    () => tell(say(accountActWords.signInsEnded, { name })),
    tellFailure,
  );
  const enabling = useAccountAct(
    () => call('enableAccount', { params }),
    () => tell(say(accountActWords.enabled, { name })),
    tellFailure,
  );
  const close = () => setAsked(null);
  const whileDisabled = state === 'disabled' ? say(accountActWords.isDisabled) : null;
  const oneself = isSelf ? say(accountActWords.notOneself) : null;
  return (
    <>
      <Menu
        label={say(accountWords.actionsFor, { name })}
        buttonClassName={`${buttonClasses('quiet')} px-2.5! text-ink-soft!`}
        items={[
          {
            id: 'link',
            label: say(accountActWords.link),
            icon: 'link',
            reasonOff: oneself ?? whileDisabled,
            onChoose: () => setAsked('link'),
          },
          {
            id: 'end',
            label: say(accountActWords.endSignIns),
            icon: 'sign-out',
            reasonOff: whileDisabled,
            onChoose: () => ending.mutate(),
          },
          {
            id: 'office',
            label: say(isAdministrator ? accountActWords.dismiss : accountActWords.name),
            icon: 'seal',
            reasonOff: isAdministrator ? oneself : whileDisabled,
            onChoose: () => setAsked('office'),
          },
          state === 'disabled'
            ? { id: 'enable', label: say(accountActWords.enable), icon: 'check', onChoose: () => enabling.mutate() }
            : {
                id: 'disable',
                label: say(accountActWords.disable),
                icon: 'lock',
                isDanger: true,
                reasonOff: oneself,
                onChoose: () => setAsked('disable'),
              },
        ]}
      />
      {asked === 'link' ? <LinkDialog account={account} onClose={close} /> : null}
      {asked === 'disable' ? <DisableDialog account={account} onClose={close} /> : null}
      {asked === 'office' ? <OfficeDialog account={account} onClose={close} /> : null}
    </>
  );
}
