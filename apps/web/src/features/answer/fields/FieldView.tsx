// How one field of a question is laid out: its prompt, hint and advice as printed, and the control that answers it.
import { assertNever, type Field } from '@chancery/domain';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useWords } from '../../../words/use-words.ts';
import { doubtWords, fieldWords } from '../words.ts';
import { ChoiceFieldView } from './ChoiceFieldView.tsx';
import { GridFieldView } from './GridFieldView.tsx';
import { type FieldNames, PlaceEditor } from './PlaceEditor.tsx';

export interface FieldViewProps {
  readonly field: Field;
  /** Element that names the field where it has no prompt of its own: the question's text. */
  readonly questionTextId: string;
  /** "Expected when ...": null for a field that is always expected; its text is null where the field before has said it. */
  readonly advice: { readonly text: string | null; readonly isExpectedNow: boolean } | null;
  readonly isMissing: boolean;
  readonly doubt: FieldDoubt | null;
}

/** Words beside an option that is not ticked, or an e-mail or web address that is none. */
export type FieldDoubt = 'unticked' | 'email' | 'url';

export function FieldView({ field, questionTextId, advice, isMissing, doubt }: FieldViewProps): ReactElement {
  const id = useId();
  const { say } = useWords();
  const labelId = field.label === null ? questionTextId : `${id}-label`;
  const adviceText = advice?.text ?? null;
  const described = [field.hint === null ? '' : `${id}-hint`, adviceText === null ? '' : `${id}-advice`].filter(Boolean).join(' ');
  const names: FieldNames = { labelledBy: labelId, describedBy: described };
  return (
    <section className="answer-field" data-field={field.id} data-expected={advice?.isExpectedNow ?? true} id={`field-${field.id}`}>
      {field.hint === null ? null : (
        <p className="field-hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.label === null ? null : (
        <div className="field-prompt" id={labelId}>
          {field.label}
        </div>
      )}
      {adviceText === null ? null : (
        <p className="field-advice" id={`${id}-advice`}>
          {adviceText}
        </p>
      )}
      <FieldControl field={field} names={names} />
      {isMissing ? <p className="field-missing">{say(fieldWords.missing)}</p> : null}
      {doubt === null ? null : <p className="field-doubt">{say(doubtWords[doubt])}</p>}
    </section>
  );
}

function FieldControl({ field, names }: { readonly field: Field; readonly names: FieldNames }): ReactNode {
  switch (field.kind) {
    case 'line':
      return <PlaceEditor place={{ field: field.id }} kind="line" isRequired={field.isRequired} {...names} />;
    case 'text':
      return <PlaceEditor place={{ field: field.id }} kind="prose" isRequired={field.isRequired} {...names} />;
    case 'choice':
    case 'choices':
      return <ChoiceFieldView field={field} names={names} />;
    case 'grid':
      return <GridFieldView field={field} names={names} />;
    default:
      return assertNever(field);
  }
}
