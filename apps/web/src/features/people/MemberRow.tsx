// One person of the list: a row of the table, on narrow screens a card.
import type { ReactElement } from 'react';
import { buttonClasses } from '../../ui/Button.tsx';
import { Menu, type MenuItem } from '../../ui/overlay/Menu.tsx';
import { useWords } from '../../words/use-words.ts';
import { type Granting, mayMakeLink, refusalOf, refusalOfChanging, refusalOfRenaming } from './granting.ts';
import type { Intent } from './intent.ts';
import { MemberRoles } from './MemberRoles.tsx';
import type { ListedMember } from './members-by-agency.ts';
import { reasonOf } from './reasons.ts';
import { memberWords, peopleWords } from './words.ts';

interface MemberRowProps {
  readonly member: ListedMember;
  readonly granting: Granting;
  /** What is wished for; null for a reader who may change nothing. */
  readonly onIntend: ((intent: Intent) => void) | null;
}

const cell = 'px-4 text-start align-top sm:px-5 md:py-3 max-md:block max-md:p-0';

export function MemberRow({ member, granting, onIntend }: MemberRowProps): ReactElement {
  const { say } = useWords();
  const { name, title, email } = member;
  return (
    <tr className="border-t border-line max-md:relative max-md:block max-md:py-3 max-md:ps-4 max-md:pe-14">
      <th scope="row" className={`${cell} font-normal`}>
        <span className="font-medium">{name}</span>
        {member.person === granting.actor.person ? <span className="text-ink-soft"> ({say(peopleWords.you)})</span> : null}
        {title === '' ? null : <span className="block text-13 text-ink-soft">{title}</span>}
      </th>
      <td className={cell}>
        <MemberRoles
          member={member}
          confirmerOf={(role) => {
            const mayConfirm = onIntend !== null && refusalOf(granting, member, { kind: 'confirm', role }) === null;
            return mayConfirm ? () => onIntend({ kind: 'confirm-member', member, role }) : null;
          }}
        />
      </td>
      <td className={`${cell} text-13 wrap-anywhere text-ink-soft`}>
        <a href={`mailto:${email}`} className="underline-offset-2 hover:text-ink hover:underline max-md:inline-block max-md:py-1">
          {email}
        </a>
      </td>
      {onIntend === null ? null : (
        <td className={`${cell} md:py-1.5! md:ps-0! md:pe-3! md:text-end! max-md:absolute max-md:inset-e-2 max-md:top-2`}>
          <MemberMenu member={member} granting={granting} onIntend={onIntend} />
        </td>
      )}
    </tr>
  );
}

type MemberMenuProps = Omit<MemberRowProps, 'onIntend'> & { readonly onIntend: (intent: Intent) => void };

function MemberMenu({ member, granting, onIntend }: MemberMenuProps): ReactElement {
  const { say } = useWords();
  const reason = (refusal: ReturnType<typeof refusalOfChanging>) => (refusal === null ? null : say(...reasonOf(refusal)));
  const again: MenuItem = {
    id: 'again',
    label: say(memberWords.again),
    icon: 'link',
    reasonOff: mayMakeLink(granting, member) ? null : say(memberWords.linkForOthers),
    onChoose: () => onIntend({ kind: 'invite-again', member }),
  };
  const items: readonly MenuItem[] = [
    {
      id: 'change',
      label: say(memberWords.change),
      icon: 'people',
      reasonOff: reason(refusalOfChanging(granting, member)),
      onChoose: () => onIntend({ kind: 'change-member', member }),
    },
    {
      id: 'correct',
      label: say(memberWords.correct),
      icon: 'pencil',
      reasonOff: reason(refusalOfRenaming(granting, member)),
      onChoose: () => onIntend({ kind: 'correct-person', member }),
    },
    ...(member.state === 'invited' ? [again] : []),
    {
      id: 'remove',
      label: say(memberWords.remove),
      icon: 'close',
      isDanger: true,
      reasonOff: reason(refusalOf(granting, member, { kind: 'remove' })),
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
