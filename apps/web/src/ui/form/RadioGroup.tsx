// A choice of one among a few, all in sight.
import { type ReactElement, useId } from 'react';
import { FieldError } from './Field.tsx';

interface RadioOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

interface RadioGroupProps<T extends string> {
  readonly legend: string;
  readonly options: readonly RadioOption<T>[];
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly error?: string | null;
}

export function RadioGroup<T extends string>({ legend, options, value, onChange, error = null }: RadioGroupProps<T>): ReactElement {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-1" aria-describedby={error === null ? undefined : `${name}-error`}>
      <legend className="mb-1 text-15 font-medium">{legend}</legend>
      {error === null ? null : <FieldError id={`${name}-error`} error={error} />}
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-9 items-start gap-2.5 rounded-6 px-3 py-2 inset-ring inset-ring-line hover:bg-sunken has-checked:bg-accent-tint has-checked:inset-ring-accent"
        >
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            className="mt-0.5 size-4.5 shrink-0"
          />
          <span className="text-15">
            {option.label}
            {option.hint === undefined ? null : <span className="block text-13 text-ink-soft">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
