// Buttons, and links that look like them. A button that is off says why beside it.
import { type ReactElement, type ReactNode, type Ref, useId } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent-fill text-on-accent hover:bg-accent-fill-strong',
  secondary: 'bg-surface text-ink inset-ring inset-ring-line-strong/60 hover:bg-sunken',
  quiet: 'text-accent hover:bg-accent-tint',
  danger: 'bg-danger-fill text-on-accent hover:brightness-90',
};
const sizes: Record<ButtonSize, string> = {
  small: 'min-h-7 px-2 text-13 gap-1',
  medium: 'min-h-9 px-3 text-15 gap-2',
  large: 'min-h-11 px-4 text-17 gap-2',
};

/** The classes of a button, for links. */
export function buttonClasses(look: ButtonLook = 'secondary', size: ButtonSize = 'medium'): string {
  return classNames(
    'touch-target inline-flex items-center justify-center rounded-6 font-medium whitespace-nowrap transition-colors duration-100 select-none print:hidden',
    looks[look],
    sizes[size],
  );
}

export interface ButtonProps {
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
  /** Id of the form that it sends, where it stands outside of it. */
  readonly form?: string;
  readonly onPress?: () => void;
  /** Why it cannot be pressed now; null when it can. Stays focusable, so that the reason is found. */
  readonly reasonOff?: string | null;
  /** What was asked for is under way: presses are ignored. */
  readonly isBusy?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  look,
  size,
  icon,
  type = 'button',
  form,
  onPress,
  reasonOff = null,
  isBusy = false,
  className,
  ref,
}: ButtonProps): ReactElement {
  const reasonId = useId();
  const isOff = reasonOff !== null || isBusy;
  const button = (
    <button
      ref={ref}
      type={isOff ? 'button' : type}
      form={form}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      aria-describedby={reasonOff === null ? undefined : reasonId}
      onClick={isOff ? undefined : onPress}
      className={classNames(
        reasonOff === null
          ? buttonClasses(look, size)
          : classNames(buttonClasses('secondary', size), 'cursor-not-allowed! bg-sunken! text-ink-faint! inset-ring-line!'),
        isBusy && 'cursor-progress! opacity-80',
        className,
      )}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
  if (reasonOff === null) return button;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      {button}
      <span id={reasonId} className="text-13 text-ink-soft">
        {reasonOff}
      </span>
    </span>
  );
}

export interface IconButtonProps {
  readonly icon: IconName;
  /** Read aloud, and shown when the pointer rests on it. */
  readonly label: string;
  readonly onPress: () => void;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, onPress, className, ref }: IconButtonProps): ReactElement {
  return (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className={classNames(
        'touch-target inline-flex size-8 items-center justify-center rounded-6 text-ink-soft transition-colors duration-100 hover:bg-sunken hover:text-ink',
        className,
      )}
    >
      <Icon name={icon} />
    </button>
  );
}
