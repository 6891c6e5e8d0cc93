// The printed wording of the form: addresses in it can be followed.
import { Fragment, type ReactElement } from 'react';
import { AddressLink } from './AddressLink.tsx';

export function PrintedText({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {printedParts(text).map((part) => (
        <Fragment key={part.from}>{part.href === null ? part.text : <AddressLink href={part.href}>{part.text}</AddressLink>}</Fragment>
      ))}
    </>
  );
}

export interface PrintedPart {
  /** Where in the text it begins. */
  readonly from: number;
  readonly text: string;
  /** Null for plain words. */
  readonly href: string | null;
}

/** A web address or an e-mail address; the mark that ends the sentence does not belong to it. */
const address = /(?:https?:\/\/[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)(?<![.,;:!?)])/g;

/** The text in parts, addresses apart from words; joined they are the text. */
export function printedParts(text: string): readonly PrintedPart[] {
  const parts: PrintedPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    if (index > end) parts.push({ from: end, text: text.slice(end, index), href: null });
    parts.push({ from: index, text: found, href: /^https?:/.test(found) ? found : `mailto:${found}` });
    end = index + found.length;
  }
  if (end < text.length) parts.push({ from: end, text: text.slice(end), href: null });
  return parts;
}
