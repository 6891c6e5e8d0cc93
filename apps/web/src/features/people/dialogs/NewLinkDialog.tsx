// A new invitation for a person who has not signed in yet. The one before it ends.
import type { ResponseOf } from '@chancery/contract';
import type { RoundId } from '@chancery/domain';
import { type ReactElement, useState } from 'react';
import { call } from '../../../api/call.ts';
import { memberWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { InvitationDialog } from './InvitationDialog.tsx';
import type { ListedMember } from '../members-by-agency.ts';
import { PeopleFormDialog } from './PeopleFormDialog.tsx';
import { usePeopleAction } from '../use-people-action.ts';

interface NewLinkDialogProps {
  readonly round: RoundId;
  readonly member: ListedMember;
  readonly onClose: () => void;
}

export function NewLinkDialog({ round, member: { person, name, email }, onClose }: NewLinkDialogProps): ReactElement {
  const { say } = useWords();
  const [made, setMade] = useState<ResponseOf<'inviteAgain'> | null>(null);
  const making = usePeopleAction(round, () => call('inviteAgain', { params: { round, person } }), setMade);
  if (made !== null) return <InvitationDialog name={name} made={made} onClose={onClose} />;
  return (
    <PeopleFormDialog
      title={say(memberWords.againTitle, { name })}
      action={say(memberWords.again)}
      asking={making}
      onSubmit={() => {
        making.mutate();
        return true;
      }}
      onClose={onClose}
    >
      <p>{say(memberWords.againWhat, { name, email })}</p>
    </PeopleFormDialog>
  );
}
