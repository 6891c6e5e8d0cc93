// The dialogs that add, rename and remove an agency.
import type { AgencyId, RoundId } from '@chancery/domain';
import { type ReactElement, useState } from 'react';
import { call } from '../../../api/call.ts';
import { TextField } from '../../../ui/form/Field.tsx';
import { useToasts } from '../../../ui/overlay/Toasts.tsx';
import { agencyWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import type { ListedAgency } from '../members-by-agency.ts';
import { lengthFault, nameLength, shortNameLength } from '../name-length.ts';
import { PeopleFormDialog } from './PeopleFormDialog.tsx';
import { usePeopleAction } from '../use-people-action.ts';

interface AgencyNamesDialogProps {
  readonly round: RoundId;
  /** Null to add a new one. */
  readonly agency: ListedAgency | null;
  readonly onClose: () => void;
}

export function AgencyNamesDialog({ round, agency, onClose }: AgencyNamesDialogProps): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const [names, setNames] = useState({ name: agency?.name ?? '', shortName: agency?.shortName ?? '' });
  const [isTried, setIsTried] = useState(false);
  const asked = { name: names.name.trim(), shortName: names.shortName.trim() };
  const faults = {
    name: asked.name === '' ? say(agencyWords.nameMissing) : lengthFault(say, asked.name, nameLength),
    shortName: asked.shortName === '' ? say(agencyWords.shortMissing) : lengthFault(say, asked.shortName, shortNameLength),
  };
  const isComplete = faults.name === null && faults.shortName === null;
  const naming = usePeopleAction(
    round,
    () => askForNames(round, agency?.id ?? null, asked),
    () => {
      tell(say(agency === null ? agencyWords.added : agencyWords.renamed, { agency: asked.name }));
      onClose();
    },
  );
  const submit = () => {
    setIsTried(true);
    if (isComplete) naming.mutate();
    return isComplete;
  };
  return (
    <PeopleFormDialog
      title={agency === null ? say(agencyWords.add) : say(agencyWords.renameTitle, { agency: agency.shortName })}
      action={say(agency === null ? agencyWords.add : agencyWords.save)}
      asking={naming}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={say(agencyWords.name)}
        error={isTried ? faults.name : null}
        value={names.name}
        onChange={(event) => setNames({ ...names, name: event.target.value })}
        required
      />
      <TextField
        label={say(agencyWords.short)}
        hint={say(agencyWords.shortHint)}
        error={isTried ? faults.shortName : null}
        value={names.shortName}
        onChange={(event) => setNames({ ...names, shortName: event.target.value })}
        required
        className="sm:max-w-52"
      />
    </PeopleFormDialog>
  );
}

function askForNames(round: RoundId, agency: AgencyId | null, body: { name: string; shortName: string }): Promise<unknown> {
  return agency === null ? call('addAgency', { params: { round }, body }) : call('changeAgency', { params: { round, agency }, body });
}

interface RemoveAgencyDialogProps {
  readonly round: RoundId;
  readonly agency: ListedAgency;
  readonly onClose: () => void;
}

export function RemoveAgencyDialog({ round, agency, onClose }: RemoveAgencyDialogProps): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const removing = usePeopleAction(
    round,
    () => call('removeAgency', { params: { round, agency: agency.id } }),
    () => {
      tell(say(agencyWords.removed, { agency: agency.name }));
      onClose();
    },
  );
  return (
    <PeopleFormDialog
      title={say(agencyWords.removeTitle, { agency: agency.name })}
      action={say(agencyWords.removeConfirm)}
      look="danger"
      asking={removing}
      onSubmit={() => {
        removing.mutate();
        return true;
      }}
      onClose={onClose}
    >
      <p>{say(agencyWords.removeWhat)}</p>
    </PeopleFormDialog>
  );
}
