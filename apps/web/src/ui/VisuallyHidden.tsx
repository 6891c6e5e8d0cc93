// Owns words that are read aloud and not seen.
import type { ReactElement, ReactNode } from 'react';

export function VisuallyHidden({ children }: { readonly children: ReactNode }): ReactElement {
  return <span className="sr-only">{children}</span>;
}
