// The words beside a signer: who vouched for them, as the record says.
import type { PrintedPerson, RecordEntry } from '@chancery/domain';
import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { WordValues } from './use-words.ts';

const vouchingWords = defineMessages({
  vouched: { id: 'vouching.vouched', defaultMessage: 'vouched for by {by}' },
  confirmed: { id: 'vouching.confirmed', defaultMessage: 'vouched for by {by}, confirmed by {confirmedBy}' },
});

/** The sentence to say; null where the record says nothing of it. */
export function vouchingSentence({ vouchedBy, confirmedBy }: RecordEntry['by']): [MessageDescriptor, WordValues] | null {
  if (vouchedBy === null || vouchedBy === undefined) return null;
  const by = printed(vouchedBy);
  if (confirmedBy === null || confirmedBy === undefined) return [vouchingWords.vouched, { by }];
  return [vouchingWords.confirmed, { by, confirmedBy: printed(confirmedBy) }];
}

function printed({ name, title, agency }: PrintedPerson): string {
  const who = title === '' ? name : `${name}, ${title}`;
  return agency === null ? who : `${who} (${agency.name})`;
}
