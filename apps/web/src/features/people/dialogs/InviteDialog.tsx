// The invitation of a person into an agency: who they are and their roles, or the naming of an agency's first manager; then the one-time link.
import type { ResponseOf } from '@chancery/contract';
import type { Role, RoundId } from '@chancery/domain';
import { type ReactElement, useState } from 'react';
import { call } from '../../../api/call.ts';
import { TextField } from '../../../ui/form/Field.tsx';
import { Banner } from '../../../ui/page/Banner.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type Granting, namesFirstManager, rolesToOffer } from '../granting.ts';
import { InvitationDialog } from './InvitationDialog.tsx';
import type { ListedAgency } from '../members-by-agency.ts';
import { lengthFault, nameLength } from '../name-length.ts';
import { PeopleFormDialog } from './PeopleFormDialog.tsx';
import { RoleFields } from '../RoleFields.tsx';
import { usePeopleAction } from '../use-people-action.ts';
import { memberWords } from '../words.ts';

interface InviteDialogProps {
  readonly round: RoundId;
  readonly granting: Granting;
  readonly agency: ListedAgency;
  readonly onClose: () => void;
}

export function InviteDialog({ round, granting, agency, onClose }: InviteDialogProps): ReactElement {
  const { say } = useWords();
  const isNaming = namesFirstManager(rolesToOffer(granting, agency.id));
  const [who, setWho] = useState({ email: '', name: '', title: '' });
  const [chosen, setChosen] = useState<readonly Role[]>(isNaming ? ['manager'] : []);
  const [isTried, setIsTried] = useState(false);
  const [made, setMade] = useState<ResponseOf<'addMember'> | null>(null);
  const asked = { email: who.email.trim(), name: who.name.trim(), title: who.title.trim() };
  const faults = {
    email: isEmail(asked.email) ? null : say(memberWords.emailWrong),
    name: asked.name === '' ? say(memberWords.nameMissing) : lengthFault(say, asked.name, nameLength),
    title: lengthFault(say, asked.title, nameLength),
  };
  const isComplete = Object.values(faults).every((fault) => fault === null) && chosen.length > 0;
  const inviting = usePeopleAction(
    round,
    () => call('addMember', { params: { round }, body: { ...asked, agency: agency.id, roles: [...chosen] } }),
    setMade,
  );
  const submit = () => {
    setIsTried(true);
    if (isComplete) inviting.mutate();
    return isComplete;
  };
  if (made !== null) return <InvitationDialog name={asked.name} made={made} onClose={onClose} />;
  return (
    <PeopleFormDialog
      title={say(isNaming ? memberWords.nameFirstTitle : memberWords.inviteTitle, { agency: agency.shortName })}
      action={say(isNaming ? memberWords.nameFirst : memberWords.send)}
      asking={inviting}
      onSubmit={submit}
      onClose={onClose}
    >
      {isNaming ? <Banner>{say(memberWords.nameFirstWhat, { agency: agency.name })}</Banner> : null}
      <TextField
        type="email"
        label={say(memberWords.email)}
        error={isTried ? faults.email : null}
        value={who.email}
        onChange={(event) => setWho({ ...who, email: event.target.value })}
        autoComplete="off"
        required
      />
      <TextField
        label={say(memberWords.name)}
        hint={say(memberWords.nameHint)}
        error={isTried ? faults.name : null}
        value={who.name}
        onChange={(event) => setWho({ ...who, name: event.target.value })}
        autoComplete="off"
        required
      />
      <TextField
        label={say(memberWords.position)}
        hint={say(memberWords.positionHint)}
        error={isTried ? faults.title : null}
        value={who.title}
        onChange={(event) => setWho({ ...who, title: event.target.value })}
        autoComplete="off"
      />
      {isNaming ? null : (
        <RoleFields granting={granting} whom={null} agency={agency.id} chosen={chosen} onChange={setChosen} isTried={isTried} />
      )}
    </PeopleFormDialog>
  );
}

/** Roughly: the server looks closely. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= nameLength;
}
