// The dialogs that change a member's roles, and remove a member.
import { type RoundId, rolesInOrder } from '@chancery/domain';
import { type ReactElement, useState } from 'react';
import { call } from '../../../api/call.ts';
import { useToasts } from '../../../ui/overlay/Toasts.tsx';
import { memberWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import type { Granting } from '../granting.ts';
import type { ListedMember } from '../members-by-agency.ts';
import { PeopleFormDialog } from './PeopleFormDialog.tsx';
import { RoleFields } from '../RoleFields.tsx';
import { usePeopleAction } from '../use-people-action.ts';

interface MemberDialogProps {
  readonly round: RoundId;
  readonly member: ListedMember;
  readonly onClose: () => void;
}

export function ChangeMemberDialog({
  round,
  member,
  granting,
  onClose,
}: MemberDialogProps & { readonly granting: Granting }): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const { name, person, agency } = member;
  const [chosen, setChosen] = useState(rolesInOrder([...member.roles, ...member.named]));
  const [isTried, setIsTried] = useState(false);
  const changing = usePeopleAction(
    round,
    () => call('changeMember', { params: { round, person }, body: { agency, roles: [...chosen] } }),
    () => {
      tell(say(memberWords.changed, { name }));
      onClose();
    },
  );
  const submit = () => {
    setIsTried(true);
    if (chosen.length > 0) changing.mutate();
    return chosen.length > 0;
  };
  return (
    <PeopleFormDialog
      title={say(memberWords.changeTitle, { name })}
      action={say(memberWords.save)}
      asking={changing}
      onSubmit={submit}
      onClose={onClose}
    >
      <RoleFields granting={granting} whom={member} agency={agency} chosen={chosen} onChange={setChosen} isTried={isTried} />
      <p className="text-13 text-ink-soft">{say(memberWords.changeHint, { name })}</p>
    </PeopleFormDialog>
  );
}

export function RemoveMemberDialog({ round, member, onClose }: MemberDialogProps): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const { name, person } = member;
  const removing = usePeopleAction(
    round,
    () => call('removeMember', { params: { round, person } }),
    () => {
      tell(say(memberWords.removed, { name }));
      onClose();
    },
  );
  return (
    <PeopleFormDialog
      title={say(memberWords.removeTitle, { name })}
      action={say(memberWords.remove)}
      look="danger"
      asking={removing}
      onSubmit={() => {
        removing.mutate();
        return true;
      }}
      onClose={onClose}
    >
      <p>{say(memberWords.removeWhat, { name })}</p>
    </PeopleFormDialog>
  );
}
