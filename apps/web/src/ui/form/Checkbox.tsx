// The tick: one checkbox with its label.
import { type KeyboardEvent, type ReactElement, type ReactNode, useId } from 'react';
import { classNames } from '../class-names.ts';

interface CheckboxProps {
  readonly label: ReactNode;
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly isDisabled?: boolean;
  readonly isLabelHidden?: boolean;
  readonly tabIndex?: number;
  readonly onFocus?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  readonly className?: string;
}

export function Checkbox({
  label,
  hint,
  isChecked,
  onChange,
  isDisabled = false,
  isLabelHidden = false,
  tabIndex,
  onFocus,
  onKeyDown,
  className,
}: CheckboxProps): ReactElement {
  const hintId = useId();
  return (
    <label className={classNames('inline-flex min-h-6 items-start gap-2 text-15', isDisabled && 'text-ink-faint', className)}>
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        tabIndex={tabIndex}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="touch-target mt-0.5 size-4.5 shrink-0"
      />
      <span className={isLabelHidden ? 'sr-only' : undefined}>
        {label}
        {hint === undefined ? null : (
          <span id={hintId} className="block text-13 text-ink-soft">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
