// The dialogs that change a member's agency and roles, and remove a member.
import type { RoundId } from '@chancery/domain';
import { type ReactElement, useState } from 'react';
import { call } from '../../api/call.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { memberWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import type { ListedAgency, ListedMember } from './members-by-agency.ts';
import { PeopleFormDialog } from './PeopleFormDialog.tsx';
import { type MembershipDraft, RoleFields } from './RoleFields.tsx';
import { usePeopleAction } from './use-people-action.ts';

interface MemberDialogProps {
  readonly round: RoundId;
  readonly member: ListedMember;
  readonly onClose: () => void;
}

export function ChangeMemberDialog({
  round,
  member,
  agencies,
  onClose,
}: MemberDialogProps & { readonly agencies: readonly ListedAgency[] }): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const { name, person } = member;
  const [draft, setDraft] = useState<MembershipDraft>({ agency: member.agency, roles: member.roles });
  const [isTried, setIsTried] = useState(false);
  const changing = usePeopleAction(
    round,
    () => call('changeMember', { params: { round, person }, body: { agency: draft.agency, roles: [...draft.roles] } }),
    () => {
      tell(say(memberWords.changed, { name }));
      onClose();
    },
  );
  const submit = () => {
    setIsTried(true);
    if (draft.roles.length > 0) changing.mutate();
    return draft.roles.length > 0;
  };
  return (
    <PeopleFormDialog
      title={say(memberWords.changeTitle, { name })}
      action={say(memberWords.save)}
      asking={changing}
      onSubmit={submit}
      onClose={onClose}
    >
      <RoleFields agencies={agencies} draft={draft} onChange={setDraft} isTried={isTried} />
      <p className="text-13 text-ink-soft">{say(memberWords.changeHint, { name })}</p>
    </PeopleFormDialog>
  );
}

export function RemoveMemberDialog({ round, member, onClose, isSelf }: MemberDialogProps & { readonly isSelf: boolean }): ReactElement {
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
      {isSelf ? <Banner tone="warning">{say(memberWords.removeSelf)}</Banner> : null}
    </PeopleFormDialog>
  );
}
