// Hyperlinks out of an answer: http, https and mailto alone; anything else stays plain text.
import { isAllowedHyperlink } from '@chancery/answer-doc/hyperlink';
import type { ReactElement, ReactNode } from 'react';

export function AddressLink({ href, children }: { readonly href: string; readonly children: ReactNode }): ReactElement {
  if (!isAllowedHyperlink(href)) return <>{children}</>;
  return (
    <a
      href={href}
      {...(/^mailto:/i.test(href) ? {} : { target: '_blank' })}
      rel="noopener noreferrer"
      className="py-[0.15em] text-accent underline decoration-1 underline-offset-3 hover:decoration-2"
    >
      {children}
    </a>
  );
}
