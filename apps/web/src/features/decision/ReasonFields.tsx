// The coded reason of a return or a reopening, with words beside it.
import { type ReturnReason, returnReasons } from '@chancery/domain';
import { type ReactElement, useId } from 'react';
import { reasonWords, signOffWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

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
      <label className="flex flex-col gap-1">
        <span className="font-medium">{say(reason === 'other' ? signOffWords.reasonTextNeeded : signOffWords.reasonText)}</span>
        <textarea
          value={text}
          maxLength={2000}
          rows={3}
          required={reason === 'other'}
          className="rounded-6 border border-line-strong bg-paper px-3 py-2"
          onChange={(event) => onText(event.target.value)}
        />
      </label>
    </>
  );
}
