// The ticks of a field: large rows to choose from, remarks beside them, and the question that an unread tick asks.
import { type AnyChoiceField, confirmNone, setChoice, type Ticks, watchChoice } from '@chancery/answer-doc';
import type { Option } from '@chancery/domain';
import { type ReactElement, useId, useMemo, useSyncExternalStore } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { fieldWords } from '../words.ts';
import { useAnswerEditing } from '../editor/answer-editing.ts';
import { type FieldNames, PlaceEditor } from './PlaceEditor.tsx';

export interface ChoiceFieldViewProps {
  readonly field: AnyChoiceField;
  readonly names: FieldNames;
}

export function ChoiceFieldView({ field, names }: ChoiceFieldViewProps): ReactElement {
  const { document, isEditable, undo } = useAnswerEditing();
  const { say } = useWords();
  const id = useId();
  const watched = useMemo(() => watchChoice(document, field), [document, field]);
  const ticks = useSyncExternalStore(watched.subscribe, watched.snapshot);
  const describedBy = [names.describedBy, ticks.isToConfirm ? `${id}-confirm` : ''].filter(Boolean).join(' ');
  return (
    <div
      className="choices"
      role={field.kind === 'choice' ? 'radiogroup' : 'group'}
      aria-labelledby={names.labelledBy}
      aria-describedby={describedBy === '' ? undefined : describedBy}
      {...(field.kind === 'choice' ? { 'aria-required': field.isRequired } : {})}
      data-confirm={ticks.isToConfirm}
    >
      {ticks.isToConfirm ? <ToConfirm id={`${id}-confirm`} field={field} ticks={ticks} /> : null}
      {field.options.map((option) => (
        <OptionRow
          key={option.id}
          field={field}
          option={option}
          group={id}
          isChosen={ticks.chosen.includes(option.id)}
          isToConfirm={ticks.isToConfirm}
        />
      ))}
      {isEditable && field.kind === 'choice' && ticks.chosen.length > 0 ? (
        <Button look="quiet" size="small" onPress={() => undo.tick({ field, option: null }, () => confirmNone(document, field))}>
          {' '}
          {say(fieldWords.untick)}
        </Button>
      ) : null}
    </div>
  );
}

interface OptionRowProps {
  readonly field: AnyChoiceField;
  readonly option: Option;
  readonly group: string;
  readonly isChosen: boolean;
  readonly isToConfirm: boolean;
}

function OptionRow({ field, option, group, isChosen, isToConfirm }: OptionRowProps): ReactElement {
  const { document, isEditable, undo } = useAnswerEditing();
  const { say } = useWords();
  const id = `${group}-${option.id}`;
  const tick = (isOn: boolean): void => undo.tick({ field, option: option.id }, () => setChoice(document, field, option.id, isOn));
  return (
    <div className="option" data-chosen={isChosen}>
      <label className="option-row" id={`${id}-label`}>
        <input
          type={field.kind === 'choice' ? 'radio' : 'checkbox'}
          name={group}
          checked={isChosen}
          // Not `disabled`: what is ticked must stay easy to see, and to reach by keyboard.
          aria-disabled={!isEditable || undefined}
          onChange={(event) => {
            if (isEditable) tick(event.target.checked);
          }}
          // Choosing again what stands there confirms it.
          onClick={() => {
            if (isEditable && isChosen && isToConfirm && field.kind === 'choice') tick(true);
          }}
        />
        <span>{option.label}</span>
      </label>
      {option.text === 'none' ? null : (
        <div className="option-remark">
          <span className="sr-only" id={`${id}-remark`}>
            {say(option.text === 'other' ? fieldWords.otherText : fieldWords.remark, { option: option.label })}
          </span>
          <PlaceEditor
            place={{ field: field.id, option: option.id }}
            kind="line"
            labelledBy={`${id}-remark`}
            describedBy=""
            isRequired={false}
          />
        </div>
      )}
    </div>
  );
}

function ToConfirm({ id, field, ticks }: { readonly id: string; readonly field: AnyChoiceField; readonly ticks: Ticks }): ReactElement {
  const { document, isEditable, undo } = useAnswerEditing();
  const { say } = useWords();
  const [first] = ticks.chosen;
  return (
    <div className="to-confirm" id={id}>
      <p>
        {isEditable ? (
          <>
            <strong>{say(fieldWords.pleaseConfirm)}</strong> {say(first === undefined ? fieldWords.tickNotRead : fieldWords.tickNotCertain)}
          </>
        ) : (
          say(fieldWords.tickToBeConfirmed)
        )}
      </p>
      {isEditable ? (
        <p className="form-actions">
          {first === undefined ? null : (
            <Button size="small" onPress={() => undo.tick({ field, option: null }, () => setChoice(document, field, first, true))}>
              {' '}
              {say(fieldWords.confirmTicks)}
            </Button>
          )}
          <Button size="small" onPress={() => undo.tick({ field, option: null }, () => confirmNone(document, field))}>
            {' '}
            {say(fieldWords.confirmNone)}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
