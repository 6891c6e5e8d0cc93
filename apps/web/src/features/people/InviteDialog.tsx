// The invitation of a person: who they are, for which agency, with which roles; then the one-time link, shown once.
import type { RoundId } from '@chancery/domain';
import { type ReactElement, useState } from 'react';
import { call } from '../../api/call.ts';
import { TextField } from '../../ui/form/Field.tsx';
import { memberWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { InvitationDialog } from './InvitationDialog.tsx';
import type { ListedAgency } from './members-by-agency.ts';
import { PeopleFormDialog } from './PeopleFormDialog.tsx';
import { type MembershipDraft, RoleFields } from './RoleFields.tsx';
import { usePeopleAction } from './use-people-action.ts';

interface InviteDialogProps {
  readonly round: RoundId;
  readonly agencies: readonly ListedAgency[];
  /** The agency that is chosen to begin with. */
  readonly agency: ListedAgency;
  readonly onClose: () => void;
}

export function InviteDialog({ round, agencies, agency, onClose }: InviteDialogProps): ReactElement {
  const { say } = useWords();
  const [who, setWho] = useState({ email: '', name: '', title: '' });
  const [membership, setMembership] = useState<MembershipDraft>({ agency: agency.id, roles: [] });
  const [isTried, setIsTried] = useState(false);
  const [invitation, setInvitation] = useState<string | null | undefined>(undefined);
  const asked = { ...who, email: who.email.trim(), name: who.name.trim() };
  const isComplete = isEmail(asked.email) && asked.name !== '' && membership.roles.length > 0;
  const inviting = usePeopleAction(
    round,
    () => call('addMember', { params: { round }, body: { ...asked, agency: membership.agency, roles: [...membership.roles] } }),
    (answer) => setInvitation(answer.invitation),
  );
  const submit = () => {
    setIsTried(true);
    if (isComplete) inviting.mutate();
    return isComplete;
  };
  if (invitation !== undefined) return <InvitationDialog name={asked.name} link={invitation} onClose={onClose} />;
  return (
    <PeopleFormDialog title={say(memberWords.invite)} action={say(memberWords.send)} asking={inviting} onSubmit={submit} onClose={onClose}>
      <TextField
        type="email"
        label={say(memberWords.email)}
        error={isTried && !isEmail(asked.email) ? say(memberWords.emailWrong) : null}
        value={who.email}
        onChange={(event) => setWho({ ...who, email: event.target.value })}
        autoComplete="off"
        maxLength={200}
        required
      />
      <TextField
        label={say(memberWords.name)}
        error={isTried && asked.name === '' ? say(memberWords.nameMissing) : null}
        value={who.name}
        onChange={(event) => setWho({ ...who, name: event.target.value })}
        autoComplete="off"
        maxLength={200}
        required
      />
      <TextField
        label={say(memberWords.position)}
        hint={say(memberWords.positionHint)}
        value={who.title}
        onChange={(event) => setWho({ ...who, title: event.target.value })}
        autoComplete="off"
        maxLength={200}
      />
      <RoleFields agencies={agencies} draft={membership} onChange={setMembership} isTried={isTried} />
    </PeopleFormDialog>
  );
}

/** Roughly: the server looks closely. */
function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
