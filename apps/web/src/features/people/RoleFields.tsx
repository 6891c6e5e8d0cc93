// The choice of an agency and roles, each role with what it allows.
import { type AgencyId, asId, type Role, roles } from '@chancery/domain';
import { type ReactElement, useId } from 'react';
import { Checkbox } from '../../ui/form/Checkbox.tsx';
import { FieldError } from '../../ui/form/Field.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { memberWords } from './words.ts';
import { roleMeaningWords, roleWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import { type ListedAgency, inOrder } from './members-by-agency.ts';

export interface MembershipDraft {
  readonly agency: AgencyId;
  readonly roles: readonly Role[];
}

interface RoleFieldsProps {
  readonly agencies: readonly ListedAgency[];
  readonly draft: MembershipDraft;
  readonly onChange: (draft: MembershipDraft) => void;
  readonly isTried: boolean;
}

export function RoleFields({ agencies, draft, onChange, isTried }: RoleFieldsProps): ReactElement {
  const { say } = useWords();
  const id = useId();
  const isLead = leads(agencies, draft.agency);
  const error = isTried && draft.roles.length === 0 ? say(memberWords.rolesMissing) : null;
  const choose = (role: Role, isChosen: boolean) =>
    onChange({ ...draft, roles: inOrder(isChosen ? [...draft.roles, role] : draft.roles.filter((it) => it !== role)) });
  // P2: coordinator is a role of the lead agency's members
  const move = (agency: AgencyId) =>
    onChange({ agency, roles: leads(agencies, agency) ? draft.roles : draft.roles.filter((it) => it !== 'coordinator') });
  return (
    <>
      <Select
        label={say(memberWords.agency)}
        options={agencies.map(({ id: value, name, shortName }) => ({ value, label: `${shortName} · ${name}` }))}
        value={draft.agency}
        onChange={(agency) => move(asId<AgencyId>(agency))}
      />
      <fieldset
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : `${id}-error`}
        tabIndex={-1}
        className="flex flex-col"
      >
        <legend className="mb-1 text-15 font-medium">{say(memberWords.roles)}</legend>
        {error === null ? null : <FieldError id={`${id}-error`} error={error} />}
        <div className="mt-1 flex flex-col divide-y divide-line rounded-6 inset-ring inset-ring-line">
          {roles.map((role) => {
            const isOff = role === 'coordinator' && !isLead;
            return (
              <Checkbox
                key={role}
                label={<span className="font-medium">{say(roleWords[role])}</span>}
                hint={say(isOff ? memberWords.onlyLead : roleMeaningWords[role])}
                isChecked={draft.roles.includes(role)}
                isDisabled={isOff}
                onChange={(isChosen) => choose(role, isChosen)}
                className="px-3 py-2.5"
              />
            );
          })}
        </div>
      </fieldset>
    </>
  );
}

function leads(agencies: readonly ListedAgency[], agency: AgencyId): boolean {
  return agencies.find((it) => it.id === agency)?.isLead ?? false;
}
