// The confirmation of a role for which somebody else has named a member.
import type { Role, RoundId } from '@chancery/domain';
import type { ReactElement } from 'react';
import { call } from '../../../api/call.ts';
import { useToasts } from '../../../ui/overlay/Toasts.tsx';
import { roleWords } from '../../../words/statuses.ts';
import { useWords } from '../../../words/use-words.ts';
import type { ListedAgency, ListedMember } from '../members-by-agency.ts';
import { PeopleFormDialog } from './PeopleFormDialog.tsx';
import { usePeopleAction } from '../use-people-action.ts';
import { memberWords } from '../words.ts';

interface ConfirmDialogProps {
  readonly round: RoundId;
  readonly member: ListedMember;
  readonly agency: ListedAgency;
  readonly role: Role;
  readonly onClose: () => void;
}

export function ConfirmDialog({ round, member, agency, role, onClose }: ConfirmDialogProps): ReactElement {
  const { say, moment } = useWords();
  const { tell } = useToasts();
  const { name, title, email, person } = member;
  const namedBy = member.vouching.find((it) => it.role === role)?.vouchedBy ?? null;
  const confirming = usePeopleAction(
    round,
    () => call('confirmMember', { params: { round, person }, body: { role } }),
    () => {
      tell(say(memberWords.confirmed, { name, role: say(roleWords[role]) }));
      onClose();
    },
  );
  return (
    <PeopleFormDialog
      title={say(memberWords.confirmTitle, { name, role: say(roleWords[role]) })}
      action={say(memberWords.confirm)}
      asking={confirming}
      onSubmit={() => {
        confirming.mutate();
        return true;
      }}
      onClose={onClose}
    >
      <p>{say(memberWords.confirmWho, { name: title === '' ? name : `${name}, ${title}`, email, agency: agency.name })}</p>
      {namedBy === null ? null : <p>{say(memberWords.namedBy, { by: namedBy.name, moment: moment(namedBy.at) })}</p>}
      <p>{say(memberWords.confirmWhat, { agency: agency.shortName })}</p>
    </PeopleFormDialog>
  );
}
