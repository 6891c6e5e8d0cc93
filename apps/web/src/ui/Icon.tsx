// The drawings. They are decoration: anyone who shows one says it in words as well.
import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

const drawings = {
  'empty-circle': <circle cx="8" cy="8" r="5.5" />,
  'half-circle': (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  'dotted-circle': <circle cx="8" cy="8" r="5.5" strokeDasharray="2 1.8" />,
  'full-circle': (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <circle cx="8" cy="8" r="3" fill="currentColor" />
    </>
  ),
  check: <path d="m3.5 8.5 3 3 6-7" />,
  'check-circle': (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="m5.5 8.2 1.8 1.8 3.2-3.7" />
    </>
  ),
  lock: <path d="M4 7.5h8v5.5H4zM5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2" />,
  seal: (
    <>
      <circle cx="8" cy="6.3" r="3.8" />
      <path d="M5.8 9.5 5 14l3-1.6L11 14l-.8-4.5" />
    </>
  ),
  dash: <path d="M4 8h8" />,
  return: <path d="M6.5 4 3 7.5 6.5 11M3 7.5h6.5a3.5 3.5 0 0 1 0 7H8" />,
  history: <path d="M2.8 6.2A5.5 5.5 0 1 1 2.5 8M2.5 3v3.3h3.3M8 5v3.2l2.2 1.3" />,
  question: <path d="M2.5 3h11v8h-5L5.5 13.5V11h-3zM6.6 5.8c.2-1.4 2.8-1.4 2.8.1 0 1-1.4 1.1-1.4 2M8 9.4v.01" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3.2l2 1.3" />
    </>
  ),
  'empty-field': <path d="M2.5 5h11v6h-11z" strokeDasharray="2 1.6" />,
  warning: <path d="M8 2.5 14 13H2zM8 6.5v3M8 11.2v.01" />,
  proposal: <path d="M3 2.5h7l3 3v8H3zM5.5 8h5M8 5.5v5" />,
  bell: <path d="M8 2.5a3.7 3.7 0 0 1 3.7 3.7c0 3 1.3 4 1.3 4.8H3c0-.8 1.3-1.8 1.3-4.8A3.7 3.7 0 0 1 8 2.5M6.7 13.2a1.4 1.4 0 0 0 2.6 0" />,
  person: <path d="M8 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2M3 13.5c.4-2.4 2.4-3.5 5-3.5s4.6 1.1 5 3.5" />,
  people: (
    <path d="M6 7.8a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8M1.5 13c.3-2.2 2-3.3 4.5-3.3s4.2 1.1 4.5 3.3M10.3 3.2a2.4 2.4 0 0 1 0 4.4M12 9.9c1.5.4 2.3 1.5 2.5 3.1" />
  ),
  'chevron-down': <path d="m4 6 4 4 4-4" />,
  'chevron-end': <path className="rtl:-scale-x-100 origin-center" d="m6 4 4 4-4 4" />,
  'arrow-end': <path className="rtl:-scale-x-100 origin-center" d="M3 8h10M9 4l4 4-4 4" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />,
  search: <path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.3 10.3l3.2 3.2" />,
  pencil: <path d="M3 13l.6-2.8 7.2-7.2 2.2 2.2L5.8 12.4zM9.5 4.3l2.2 2.2" />,
  send: <path d="M2.5 8 13.5 3l-4 10.5-2-4.5z" />,
  file: <path d="M4 2.5h5l3 3v8H4zM9 2.5v3h3" />,
  download: <path d="M8 2.5v7.5M5 7.5l3 3 3-3M3 13.3h10" />,
  upload: <path d="M8 10.5V3M5 5.5l3-3 3 3M3 13.3h10" />,
  plus: <path d="M8 3v10M3 8h10" />,
  link: (
    <path d="M6.8 9.2a2.5 2.5 0 0 0 3.6 0l2-2a2.5 2.5 0 0 0-3.6-3.6l-.8.8M9.2 6.8a2.5 2.5 0 0 0-3.6 0l-2 2a2.5 2.5 0 0 0 3.6 3.6l.8-.800" />
  ),
  'no-connection': <path d="M2.5 6.2a8.5 8.5 0 0 1 11 0M4.7 8.7a5 5 0 0 1 6.6 0M8 12v.01M3 2.5l10.5 11" />,
  'sign-out': <path d="M6.5 2.8H3v10.4h3.5M6.5 8H13.5M10.8 5.3 13.5 8l-2.7 2.7" />,
} as const;
export type IconName = keyof typeof drawings;

export function Icon({
  name,
  size = 16,
  className,
}: {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string;
}): ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={classNames('shrink-0', className)}
    >
      {drawings[name]}
    </svg>
  );
}
