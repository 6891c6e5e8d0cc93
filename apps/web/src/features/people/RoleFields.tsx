// The choice of roles, each with what it allows, or with why the reader cannot give or take it.
import { type AgencyId, type Role, roles, rolesInOrder } from '@chancery/domain';
import { type ReactElement, useId } from 'react';
import { Checkbox } from '../../ui/form/Checkbox.tsx';
import { FieldError } from '../../ui/form/Field.tsx';
import { roleMeaningWords, roleWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import { type Granting, refusalOfToggling, type Whom } from './granting.ts';
import { reasonOf } from './reasons.ts';
import { memberWords } from './words.ts';

interface RoleFieldsProps {
  readonly granting: Granting;
  readonly whom: Whom;
  readonly agency: AgencyId;
  readonly chosen: readonly Role[];
  readonly onChange: (chosen: readonly Role[]) => void;
  readonly isTried: boolean;
}

export function RoleFields({ granting, whom, agency, chosen, onChange, isTried }: RoleFieldsProps): ReactElement {
  const { say } = useWords();
  const id = useId();
  const error = isTried && chosen.length === 0 ? say(memberWords.rolesMissing) : null;
  const choose = (role: Role, isChosen: boolean) =>
    onChange(rolesInOrder(isChosen ? [...chosen, role] : chosen.filter((it) => it !== role)));
  return (
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
          const refusal = refusalOfToggling(granting, whom, agency, chosen, role);
          return (
            <Checkbox
              key={role}
              label={<span className="font-medium">{say(roleWords[role])}</span>}
              hint={refusal === null ? say(roleMeaningWords[role]) : say(...reasonOf(refusal))}
              isChecked={chosen.includes(role)}
              isDisabled={refusal !== null}
              onChange={(isChosen) => choose(role, isChosen)}
              className="px-3 py-2.5"
            />
          );
        })}
      </div>
    </fieldset>
  );
}
