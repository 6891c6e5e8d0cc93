// What every form field has: label, hint, error, and the ties between them for a screen reader.
import {
  type InputHTMLAttributes,
  type ReactElement,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../Icon.tsx';
import { useLengthLimit } from './use-length-limit.ts';

export const controlClasses =
  'w-full rounded-6 bg-paper px-3 text-15 text-ink inset-ring inset-ring-line-strong hover:inset-ring-ink-soft aria-invalid:inset-ring-2 aria-invalid:inset-ring-danger placeholder:text-ink-faint';

export interface FieldTexts {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do. */
  readonly error?: string | null | undefined;
  readonly isLabelHidden?: boolean | undefined;
}

interface FieldProps extends FieldTexts {
  readonly children: (ties: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': true | undefined;
  }) => ReactNode;
}

export function Field({ label, hint, error, isLabelHidden = false, children }: FieldProps): ReactElement {
  const id = useId();
  const hasError = error !== undefined && error !== null;
  const described = [hint === undefined ? '' : `${id}-hint`, hasError ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-15 font-medium'}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-13 text-ink-soft">
          {hint}
        </p>
      )}
      {hasError ? <FieldError id={`${id}-error`} error={error} /> : null}
      {children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': hasError || undefined })}
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string }): ReactElement {
  return (
    <p id={id} className="flex items-start gap-1.5 text-13 font-medium text-danger">
      <Icon name="warning" className="mt-px" />
      {error}
    </p>
  );
}

type InputProps = FieldTexts & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { readonly ref?: Ref<HTMLInputElement> };

/** What is longer than `maxLength` is not cut off but refused, with its count. */
export function TextField({ label, hint, error, isLabelHidden, className, maxLength, ref, ...input }: InputProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLInputElement);
  const tooLong = useLengthLimit(field, String(input.value ?? ''), maxLength);
  return (
    <Field label={label} hint={hint} error={tooLong ?? error} isLabelHidden={isLabelHidden}>
      {(ties) => <input {...input} {...ties} ref={field} className={classNames(controlClasses, 'h-10', className)} />}
    </Field>
  );
}

type AreaProps = FieldTexts & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & { readonly ref?: Ref<HTMLTextAreaElement> };

/** As `TextField`, for several lines. */
export function TextArea({ label, hint, error, isLabelHidden, className, maxLength, ref, ...area }: AreaProps): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement);
  const tooLong = useLengthLimit(field, String(area.value ?? ''), maxLength);
  return (
    <Field label={label} hint={hint} error={tooLong ?? error} isLabelHidden={isLabelHidden}>
      {(ties) => (
        <textarea rows={3} {...area} {...ties} ref={field} className={classNames(controlClasses, 'py-2 leading-normal', className)} />
      )}
    </Field>
  );
}
