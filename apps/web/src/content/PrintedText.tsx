// The printed wording of the form: addresses in it can be followed.
import { Fragment, type ReactElement } from 'react';
import { AddressLink } from './AddressLink.tsx';
import { printedParts } from './printed-parts.ts';

export function PrintedText({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {printedParts(text).map((part) => (
        <Fragment key={part.from}>{part.href === null ? part.text : <AddressLink href={part.href}>{part.text}</AddressLink>}</Fragment>
      ))}
    </>
  );
}
