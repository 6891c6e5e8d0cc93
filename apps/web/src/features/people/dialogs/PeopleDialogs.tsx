// Which dialog of the page is open: the one that carries out what somebody wants to do.
import { assertNever, type RoundId } from '@chancery/domain';
import type { ReactElement } from 'react';
import { AgencyNamesDialog, RemoveAgencyDialog } from './AgencyDialogs.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { CorrectPersonDialog } from './CorrectPersonDialog.tsx';
import type { Granting } from '../granting.ts';
import { InviteDialog } from './InviteDialog.tsx';
import type { Intent } from '../intent.ts';
import { GiveLeadDialog, ReadAlongDialog } from './LeadDialogs.tsx';
import { ChangeMemberDialog, RemoveMemberDialog } from './MemberDialogs.tsx';
import type { ListedAgency } from '../members-by-agency.ts';
import { NewLinkDialog } from './NewLinkDialog.tsx';

interface PeopleDialogsProps {
  readonly intent: Intent;
  readonly round: RoundId;
  readonly agencies: readonly ListedAgency[];
  readonly granting: Granting;
  readonly onClose: () => void;
}

export function PeopleDialogs({ intent, round, agencies, granting, onClose }: PeopleDialogsProps): ReactElement | null {
  switch (intent.kind) {
    case 'invite':
      return <InviteDialog round={round} granting={granting} agency={intent.agency} onClose={onClose} />;
    case 'invite-again':
      return <NewLinkDialog round={round} member={intent.member} onClose={onClose} />;
    case 'confirm-member': {
      const agency = agencies.find((it) => it.id === intent.member.agency);
      if (agency === undefined) return null;
      return <ConfirmDialog round={round} member={intent.member} agency={agency} role={intent.role} onClose={onClose} />;
    }
    case 'change-member':
      return <ChangeMemberDialog round={round} member={intent.member} granting={granting} onClose={onClose} />;
    case 'correct-person':
      return (
        <CorrectPersonDialog round={round} member={intent.member} isAdministrator={granting.actor.isAdministrator} onClose={onClose} />
      );
    case 'remove-member':
      return <RemoveMemberDialog round={round} member={intent.member} onClose={onClose} />;
    case 'add-agency':
      return <AgencyNamesDialog round={round} agency={null} onClose={onClose} />;
    case 'rename-agency':
      return <AgencyNamesDialog round={round} agency={intent.agency} onClose={onClose} />;
    case 'remove-agency':
      return <RemoveAgencyDialog round={round} agency={intent.agency} onClose={onClose} />;
    case 'give-lead':
      return <GiveLeadDialog round={round} agency={intent.agency} onClose={onClose} />;
    case 'read-along':
      return <ReadAlongDialog round={round} onClose={onClose} />;
    default:
      return assertNever(intent);
  }
}
