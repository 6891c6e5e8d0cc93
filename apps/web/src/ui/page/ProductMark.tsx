// The mark of the product.
import type { ReactElement } from 'react';

export function ProductMark({ size = 24 }: { readonly size?: number }): ReactElement {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false" className="shrink-0">
      <rect width="32" height="32" rx="7" className="fill-accent-fill" />
      <path d="M9 8h14v16H9z" fill="#fffdf9" />
      <path d="M12 12h8M12 15.5h8" className="stroke-accent-fill" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="19.5" cy="20.5" r="2.6" className="fill-accent-fill" />
    </svg>
  );
}
