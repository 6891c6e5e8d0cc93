// The surface that groups things.
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export function Card({ children, className }: { readonly children: ReactNode; readonly className?: string }): ReactElement {
  return <div className={classNames('rounded-6 bg-surface ring-1 ring-line', className)}>{children}</div>;
}
