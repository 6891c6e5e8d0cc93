// The coded reason of a return or a reopening, with words beside it.
import { type ReturnReason, returnReasons } from '@chancery/domain';
import { type ReactElement, useId } from 'react';
import { TextArea } from '../../ui/form/Field.tsx';
import { reasonWords, signOffWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

/** Of the words beside a reason. */
export const maxReasonLength = 2000;

export interface ReasonFieldsProps {
  /** Null until one is chosen. */
  readonly reason: ReturnReason | null;
  readonly text: string;
  readonly onReason: (reason: ReturnReason) => void;
  readonly onText: (text: string) => void;
}

export function ReasonFields({ reason, text, onReason, onText }: ReasonFieldsProps): ReactElement {
  const { say } = useWords();
  const id = useId();
  return (
    <>
      <fieldset className="flex flex-col">
        <legend className="mb-1 font-medium">{say(signOffWords.reason)}</legend>
        {returnReasons.map((it) => (
          <label key={it} className="flex min-h-9 items-center gap-3 rounded-6 px-2 hover:bg-sunken max-sm:min-h-11">
            <input type="radio" name={id} className="size-4" checked={reason === it} onChange={() => onReason(it)} />
            {say(reasonWords[it])}
          </label>
        ))}
      </fieldset>
      <TextArea
        label={say(reason === 'other' ? signOffWords.reasonTextNeeded : signOffWords.reasonText)}
        value={text}
        maxLength={maxReasonLength}
        required={reason === 'other'}
        onChange={(event) => onText(event.target.value)}
      />
    </>
  );
}
