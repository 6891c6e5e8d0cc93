// Which dialog of the page is open: the one that carries out what somebody wants to do.
import { assertNever, type RoundId } from '@chancery/domain';
import type { ReactElement } from 'react';
import { AgencyNamesDialog, RemoveAgencyDialog } from './AgencyDialogs.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import type { Intent } from './intent.ts';
import { ChangeMemberDialog, RemoveMemberDialog } from './MemberDialogs.tsx';
import type { ListedAgency } from './members-by-agency.ts';
import { NewLinkDialog } from './NewLinkDialog.tsx';

interface PeopleDialogsProps {
  readonly intent: Intent;
  readonly round: RoundId;
  readonly agencies: readonly ListedAgency[];
  readonly me: string;
  readonly onClose: () => void;
}

export function PeopleDialogs({ intent, round, agencies, me, onClose }: PeopleDialogsProps): ReactElement {
  switch (intent.kind) {
    case 'invite':
      return <InviteDialog round={round} agencies={agencies} agency={intent.agency} onClose={onClose} />;
    case 'invite-again':
      return <NewLinkDialog round={round} member={intent.member} onClose={onClose} />;
    case 'change-member':
      return <ChangeMemberDialog round={round} member={intent.member} agencies={agencies} onClose={onClose} />;
    case 'remove-member':
      return <RemoveMemberDialog round={round} member={intent.member} isSelf={intent.member.person === me} onClose={onClose} />;
    case 'add-agency':
      return <AgencyNamesDialog round={round} agency={null} onClose={onClose} />;
    case 'rename-agency':
      return <AgencyNamesDialog round={round} agency={intent.agency} onClose={onClose} />;
    case 'remove-agency':
      return <RemoveAgencyDialog round={round} agency={intent.agency} onClose={onClose} />;
    default:
      return assertNever(intent);
  }
}
