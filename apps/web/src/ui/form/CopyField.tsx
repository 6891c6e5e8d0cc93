// A text that is to be taken elsewhere: shown, selected by the focus, copied by a button.
import { type ReactElement, useRef, useState } from 'react';
import { Button } from '../Button.tsx';
import { TextField } from './Field.tsx';

type Copying = 'not-yet' | 'copied' | 'failed';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly words: { readonly copy: string; readonly copied: string; readonly failed: string };
}

export function CopyField({ label, value, words }: CopyFieldProps): ReactElement {
  const [copying, setCopying] = useState<Copying>('not-yet');
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopying('copied');
    } catch {
      // Not every browser lets a page write there: the person can.
      field.current?.select();
      setCopying('failed');
    }
  };
  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 grow basis-64">
          <TextField
            ref={field}
            label={label}
            value={value}
            readOnly
            dir="ltr"
            onFocus={(event) => event.target.select()}
            className="numbers-aligned text-13!"
          />
        </div>
        <Button look="primary" icon={copying === 'copied' ? 'check' : 'link'} className="h-10" onPress={() => void copy()}>
          {copying === 'copied' ? words.copied : words.copy}
        </Button>
      </div>
      <output className={copying === 'failed' ? 'text-15 text-warning' : 'sr-only'}>
        {copying === 'not-yet' ? '' : copying === 'copied' ? words.copied : words.failed}
      </output>
    </>
  );
}
