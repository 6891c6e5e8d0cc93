// One person of the list: a row of the table, on narrow screens a card.
import type { ReactElement } from 'react';
import { buttonClasses } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Menu, type MenuItem } from '../../ui/overlay/Menu.tsx';
import { memberWords, peopleWords } from './words.ts';
import { roleMeaningWords, roleWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import type { Intent } from './intent.ts';
import { inOrder, type ListedMember } from './members-by-agency.ts';

interface MemberRowProps {
  readonly member: ListedMember;
  readonly isSelf: boolean;
  readonly onIntend: ((intent: Intent) => void) | null;
}

const cell = 'px-4 text-start align-top sm:px-5 md:py-3 max-md:block max-md:p-0';

export function MemberRow({ member, isSelf, onIntend }: MemberRowProps): ReactElement {
  const { say } = useWords();
  const { name, title, email, state } = member;
  return (
    <tr className="border-t border-line max-md:relative max-md:block max-md:py-3 max-md:ps-4 max-md:pe-14">
      <th scope="row" className={`${cell} font-normal`}>
        <span className="font-medium">{name}</span>
        {isSelf ? <span className="text-ink-soft"> ({say(peopleWords.you)})</span> : null}
        {title === '' ? null : <span className="block text-13 text-ink-soft">{title}</span>}
      </th>
      <td className={cell}>
        <ul className="flex flex-wrap gap-x-2 gap-y-0.5 max-md:mt-1 md:flex-col">
          {inOrder(member.roles).map((role) => (
            <li key={role} title={say(roleMeaningWords[role])}>
              {say(roleWords[role])}
            </li>
          ))}
        </ul>
        {state === 'invited' ? (
          <span className="mt-1 inline-flex items-center gap-1 text-13 text-warning">
            <Icon name="clock" size={14} />
            {say(peopleWords.invited)}
          </span>
        ) : null}
      </td>
      <td className={`${cell} text-13 wrap-anywhere text-ink-soft`}>
        <a href={`mailto:${email}`} className="underline-offset-2 hover:text-ink hover:underline max-md:inline-block max-md:py-1">
          {email}
        </a>
      </td>
      {onIntend === null ? null : (
        <td className={`${cell} md:py-1.5! md:ps-0! md:pe-3! md:text-end! max-md:absolute max-md:inset-e-2 max-md:top-2`}>
          <MemberMenu member={member} onIntend={onIntend} />
        </td>
      )}
    </tr>
  );
}

function MemberMenu({ member, onIntend }: { readonly member: ListedMember; readonly onIntend: (intent: Intent) => void }): ReactElement {
  const { say } = useWords();
  const again: MenuItem = {
    id: 'again',
    label: say(memberWords.again),
    icon: 'link',
    onChoose: () => onIntend({ kind: 'invite-again', member }),
  };
  const items: readonly MenuItem[] = [
    { id: 'change', label: say(memberWords.change), icon: 'pencil', onChoose: () => onIntend({ kind: 'change-member', member }) },
    ...(member.state === 'invited' ? [again] : []),
    {
      id: 'remove',
      label: say(memberWords.remove),
      icon: 'close',
      isDanger: true,
      onChoose: () => onIntend({ kind: 'remove-member', member }),
    },
  ];
  return (
    <Menu
      label={say(peopleWords.actionsFor, { name: member.name })}
      buttonClassName={`${buttonClasses('quiet')} px-2.5! text-ink-soft!`}
      items={items}
    />
  );
}
