// The encoding in which a text file was read, where that is a guess or left damage, and the choice of another one.
import type { FileEncodingName, ImportPreview } from '@chancery/contract';
import { textEncodings } from '@chancery/contract/routes';
import type { ReactElement } from 'react';
import { Icon } from '../../../ui/Icon.tsx';
import { Select } from '../../../ui/form/Select.tsx';
import { useWords } from '../../../words/use-words.ts';
import { encodingNames, encodingWords } from '../encoding-words.ts';

interface EncodingChoiceProps {
  readonly encoding: ImportPreview['encoding'];
  /** Reads the file once more. */
  readonly onChoose: (encoding: FileEncodingName) => void;
}

export function EncodingChoice({ encoding, onChoose }: EncodingChoiceProps): ReactElement | null {
  const { say } = useWords();
  if (encoding === null || (!encoding.isGuessed && encoding.damaged === 0)) return null;
  const options = textEncodings.map((value) => ({ value, label: say(encodingNames[value]) }));
  const choose = (value: string) => {
    const chosen = textEncodings.find((it) => it === value);
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3 rounded-6 bg-warning-tint px-4 py-3 text-15">
      <p className="flex max-w-[72ch] min-w-64 grow basis-0 gap-2">
        <Icon name="warning" size={20} className="mt-0.5 text-warning" />
        <span>
          {encoding.isGuessed ? say(encodingWords.guessed, { encoding: say(encodingNames[encoding.encoding]) }) : null}{' '}
          {encoding.damaged > 0 ? say(encodingWords.damaged, { count: encoding.damaged }) : null}
        </span>
      </p>
      <Select label={say(encodingWords.label)} options={options} value={encoding.encoding} onChange={choose} className="w-72 max-w-full" />
    </div>
  );
}
