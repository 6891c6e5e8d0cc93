// The roles of a member: those in force with who vouched for them, and those that wait for somebody's word.
import type { Role } from '@chancery/domain';
import type { ReactElement } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { roleMeaningWords, roleWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import type { ListedMember } from './members-by-agency.ts';
import { memberWords, peopleWords } from './words.ts';

interface MemberRolesProps {
  readonly member: ListedMember;
  /** Asked for a role that waits; null where the reader cannot confirm it. */
  readonly confirmerOf: (role: Role) => (() => void) | null;
}

export function MemberRoles({ member, confirmerOf }: MemberRolesProps): ReactElement {
  const { say } = useWords();
  return (
    <>
      <ul className="flex flex-wrap gap-x-2 gap-y-0.5 max-md:mt-1 md:flex-col">
        {member.roles.map((role) => (
          <li key={role} title={say(roleMeaningWords[role])}>
            {say(roleWords[role])}
          </li>
        ))}
        {member.named.map((role) => (
          <NamedRole key={role} role={role} name={member.name} onConfirm={confirmerOf(role)} />
        ))}
      </ul>
      <Vouching member={member} />
      {member.state === 'invited' ? (
        <span className="mt-1 inline-flex items-center gap-1 text-13 text-warning">
          <Icon name="clock" size={14} />
          {say(peopleWords.invited)}
        </span>
      ) : null}
    </>
  );
}

interface NamedRoleProps {
  readonly role: Role;
  readonly name: string;
  readonly onConfirm: (() => void) | null;
}

function NamedRole({ role, name, onConfirm }: NamedRoleProps): ReactElement {
  const { say } = useWords();
  return (
    <li className="basis-full">
      {say(roleWords[role])}
      <span className="mt-0.5 flex items-start gap-1 text-13 text-warning">
        <Icon name="clock" size={14} className="mt-0.5 shrink-0" />
        {say(role === 'manager' ? peopleWords.waitsForAdministrator : peopleWords.waitsForCoordinator)}
      </span>
      {onConfirm === null ? null : (
        <Button look="primary" size="small" className="mt-1.5" onPress={onConfirm}>
          {say(memberWords.confirm)}
          <span className="sr-only">: {name}</span>
        </Button>
      )}
    </li>
  );
}

/** Each voucher once, whatever the number of roles. */
function Vouching({ member: { vouching } }: { readonly member: ListedMember }): ReactElement | null {
  const { say } = useWords();
  const lines = vouching.map(({ vouchedBy, confirmedBy }) => {
    if (vouchedBy === null) return say(peopleWords.beforeVouching);
    const by = vouchedBy.name;
    return confirmedBy === null
      ? say(peopleWords.vouchedBy, { by })
      : say(peopleWords.vouchedAndConfirmed, { by, confirmer: confirmedBy.name });
  });
  if (lines.length === 0) return null;
  return (
    <ul className="mt-1 text-13 text-ink-soft">
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
