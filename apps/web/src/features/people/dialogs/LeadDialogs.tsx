// What an administrator alone does to a round: giving the lead to another agency, and reading along.
import type { RoundId } from '@chancery/domain';
import type { ReactElement } from 'react';
import { call } from '../../../api/call.ts';
import { useToasts } from '../../../ui/overlay/Toasts.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { ListedAgency } from '../members-by-agency.ts';
import { PeopleFormDialog } from './PeopleFormDialog.tsx';
import { usePeopleAction } from '../use-people-action.ts';
import { agencyWords, memberWords } from '../words.ts';

interface GiveLeadDialogProps {
  readonly round: RoundId;
  readonly agency: ListedAgency;
  readonly onClose: () => void;
}

export function GiveLeadDialog({ round, agency, onClose }: GiveLeadDialogProps): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const giving = usePeopleAction(
    round,
    () => call('changeLeadAgency', { params: { round }, body: { agency: agency.id } }),
    () => {
      tell(say(agencyWords.leads, { agency: agency.name }));
      onClose();
    },
  );
  return (
    <PeopleFormDialog
      title={say(agencyWords.giveLeadTitle, { agency: agency.shortName })}
      action={say(agencyWords.giveLead)}
      look="danger"
      asking={giving}
      onSubmit={() => {
        giving.mutate();
        return true;
      }}
      onClose={onClose}
    >
      <p>{say(agencyWords.giveLeadWhat, { agency: agency.name })}</p>
    </PeopleFormDialog>
  );
}

export function ReadAlongDialog({ round, onClose }: Omit<GiveLeadDialogProps, 'agency'>): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const reading = usePeopleAction(
    round,
    () => call('grantReading', { params: { round } }),
    () => {
      tell(say(memberWords.readsAlong));
      onClose();
    },
  );
  return (
    <PeopleFormDialog
      title={say(memberWords.readAlongTitle)}
      action={say(memberWords.readAlong)}
      asking={reading}
      onSubmit={() => {
        reading.mutate();
        return true;
      }}
      onClose={onClose}
    >
      <p>{say(memberWords.readAlongWhat)}</p>
    </PeopleFormDialog>
  );
}
