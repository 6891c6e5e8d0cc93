// The fields that opening a round and changing it share: title, who reads what, due date.
import { isVisible, type Reading, readings } from '@chancery/domain';
import type { ReactElement } from 'react';
import { Select } from '../../ui/form/Select.tsx';
import { TextField } from '../../ui/form/Field.tsx';
import { RadioGroup } from '../../ui/form/RadioGroup.tsx';
import { roundFormWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

/** What is entered; `dueDay` is a day as a date field holds it, empty for none. */
export interface RoundDraft {
  readonly title: string;
  readonly reading: Reading;
  readonly dueDay: string;
  readonly timeZone: string;
}

interface RoundFieldProps {
  readonly draft: RoundDraft;
  readonly onChange: (change: Partial<RoundDraft>) => void;
}

export function TitleField({ draft, onChange, isTried }: RoundFieldProps & { readonly isTried: boolean }): ReactElement {
  const { say } = useWords();
  return (
    <TextField
      label={say(roundFormWords.title)}
      hint={say(roundFormWords.titleHint)}
      error={isTried && !isVisible(draft.title) ? say(roundFormWords.titleMissing) : null}
      value={draft.title}
      onChange={(event) => onChange({ title: event.target.value })}
      maxLength={300}
      required
    />
  );
}

export function ReadingField({ draft, onChange }: RoundFieldProps): ReactElement {
  const { say } = useWords();
  return (
    <RadioGroup
      legend={say(roundFormWords.reading)}
      options={readings.map((value) => ({ value, label: say(roundFormWords[value]), hint: say(roundFormWords[`${value}Hint`]) }))}
      value={draft.reading}
      onChange={(reading) => onChange({ reading })}
    />
  );
}

export function DueField({ draft, onChange }: RoundFieldProps): ReactElement {
  const { say } = useWords();
  return (
    <TextField
      type="date"
      label={say(roundFormWords.due)}
      hint={say(roundFormWords.dueHint)}
      value={draft.dueDay}
      onChange={(event) => onChange({ dueDay: event.target.value })}
      className="sm:max-w-52"
    />
  );
}

export function TimeZoneField({ draft, onChange }: RoundFieldProps): ReactElement {
  const { say } = useWords();
  // A server may know a zone, such as UTC, that this browser does not list.
  const zones = [...new Set(['UTC', draft.timeZone, ...Intl.supportedValuesOf('timeZone')])].toSorted();
  return (
    <Select
      label={say(roundFormWords.timeZone)}
      hint={say(roundFormWords.timeZoneHint)}
      options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
      value={draft.timeZone}
      onChange={(timeZone) => onChange({ timeZone })}
      className="sm:max-w-80"
    />
  );
}
