// Plain text in which addresses can be followed.
import { Fragment, type ReactElement } from 'react';
import { AddressLink } from './AddressLink.tsx';
import { allAddressesIn } from './addresses.ts';

export function LinkedText({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {textParts(text).map((part) => (
        <Fragment key={part.from}>{part.href === null ? part.text : <AddressLink href={part.href}>{part.text}</AddressLink>}</Fragment>
      ))}
    </>
  );
}

export interface TextPart {
  /** Where in the text it begins. */
  readonly from: number;
  readonly text: string;
  /** Null for plain words. */
  readonly href: string | null;
}

/** The text in parts, addresses apart from words; joined they are the text. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { from, to, href } of allAddressesIn(text)) {
    if (from > end) parts.push({ from: end, text: text.slice(end, from), href: null });
    parts.push({ from, text: text.slice(from, to), href });
    end = to;
  }
  if (end < text.length) parts.push({ from: end, text: text.slice(end), href: null });
  return parts;
}
