// How one line of text is read, behind its printed label, and what is shown where nothing is written.
import { isAllowedHyperlink } from '@chancery/answer-doc/hyperlink';
import type { LineField } from '@chancery/domain';
import type { ReactElement } from 'react';
import { AddressLink } from './AddressLink.tsx';
import { contentWords } from './words.ts';
import { useWords } from '../words/use-words.ts';

export function LineView({ field, text }: { readonly field: LineField; readonly text: string }): ReactElement {
  const answer = text === '' ? <Nothing /> : <LineText field={field} text={text} />;
  if (field.label === null) return <p>{answer}</p>;
  return (
    <p className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
      <span className="text-15 text-ink-soft sm:pt-0.5">
        {field.label}
        {field.isRequired ? '*' : null}
      </span>{' '}
      <span dir="auto">{answer}</span>
    </p>
  );
}

function LineText({ field, text }: { readonly field: LineField; readonly text: string }): ReactElement {
  const href = field.format === 'email' ? `mailto:${text}` : text;
  const isAddress = field.format !== 'plain' && !/\s/.test(text) && isAllowedHyperlink(href);
  return isAddress ? <AddressLink href={href}>{text}</AddressLink> : <>{text}</>;
}

/** Stands for a part without an answer. */
export function Nothing(): ReactElement {
  const { say } = useWords();
  return <span className="text-15 text-ink-faint italic">{say(contentWords.nothing)}</span>;
}
