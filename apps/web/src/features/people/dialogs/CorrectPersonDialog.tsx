// The correction of how a member is named and reached.
import type { RoundId } from '@chancery/domain';
import { type ReactElement, useState } from 'react';
import { call } from '../../../api/call.ts';
import { TextField } from '../../../ui/form/Field.tsx';
import { useToasts } from '../../../ui/overlay/Toasts.tsx';
import { useWords } from '../../../words/use-words.ts';
import { isEmail } from './InviteDialog.tsx';
import type { ListedMember } from '../members-by-agency.ts';
import { lengthFault, nameLength } from '../name-length.ts';
import { PeopleFormDialog } from './PeopleFormDialog.tsx';
import { usePeopleAction } from '../use-people-action.ts';
import { memberWords } from '../words.ts';

interface CorrectPersonDialogProps {
  readonly round: RoundId;
  readonly member: ListedMember;
  readonly isAdministrator: boolean;
  readonly onClose: () => void;
}

export function CorrectPersonDialog({ round, member, isAdministrator, onClose }: CorrectPersonDialogProps): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const { person } = member;
  const [who, setWho] = useState({ name: member.name, title: member.title, email: member.email });
  const [isTried, setIsTried] = useState(false);
  const asked = { name: who.name.trim(), title: who.title.trim(), email: who.email.trim() };
  const faults = {
    name: asked.name === '' ? say(memberWords.nameMissing) : lengthFault(say, asked.name, nameLength),
    title: lengthFault(say, asked.title, nameLength),
    email: isEmail(asked.email) ? null : say(memberWords.emailWrong),
  };
  const isComplete = Object.values(faults).every((fault) => fault === null);
  const correcting = usePeopleAction(
    round,
    () => {
      const { name, title, email } = asked;
      // An address may be one that only an administrator changes: it is sent where it is another.
      const body = { name, title, ...(email === member.email ? {} : { email }) };
      return call('correctPerson', { params: { round, person }, body });
    },
    () => {
      tell(say(memberWords.corrected, { name: asked.name }));
      onClose();
    },
  );
  const submit = () => {
    setIsTried(true);
    if (isComplete) correcting.mutate();
    return isComplete;
  };
  return (
    <PeopleFormDialog
      title={say(memberWords.correctTitle, { name: member.name })}
      action={say(memberWords.correctSave)}
      asking={correcting}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={say(memberWords.name)}
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
      <TextField
        type="email"
        label={say(memberWords.email)}
        hint={say(isAdministrator ? memberWords.emailHint : memberWords.emailOfAdministrator)}
        error={isTried ? faults.email : null}
        value={who.email}
        readOnly={!isAdministrator}
        onChange={(event) => setWho({ ...who, email: event.target.value })}
        autoComplete="off"
        required
      />
      <p className="text-13 text-ink-soft">{say(memberWords.correctWhat)}</p>
    </PeopleFormDialog>
  );
}
