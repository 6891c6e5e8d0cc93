// A choice of one from a list: the browser's own control, which every screen reader and phone knows.
import type { ReactElement } from 'react';
import { classNames } from '../class-names.ts';
import { controlClasses, Field, type FieldTexts } from './Field.tsx';
import { Icon } from '../Icon.tsx';

interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends FieldTexts {
  readonly options: readonly SelectOption[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** For bars of filters. */
  readonly isSmall?: boolean;
  readonly className?: string;
}

export function Select({ options, value, onChange, isSmall = false, className, ...texts }: SelectProps): ReactElement {
  return (
    <Field {...texts}>
      {(ties) => (
        <div className={classNames('relative', className)}>
          <select
            {...ties}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            className={classNames(controlClasses, 'appearance-none truncate pe-8', isSmall ? 'h-8 text-13!' : 'h-10')}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" className="pointer-events-none absolute inset-e-2.5 top-1/2 -translate-y-1/2 text-ink-soft" />
        </div>
      )}
    </Field>
  );
}
