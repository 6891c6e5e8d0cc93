// The words of a download: how far it is, what became of it, and how the size of a file is said.
import { defineMessages } from 'react-intl';
import type { Words } from '../words/use-words.ts';

export const downloadWords = defineMessages({
  preparing: { id: 'download.preparing', defaultMessage: 'Preparing the file' },
  receiving: { id: 'download.receiving', defaultMessage: '{received} received' },
  receivingOf: { id: 'download.receiving-of', defaultMessage: '{received} of {of}' },
  saved: { id: 'download.saved', defaultMessage: '{file}, {size}, is in your downloads.' },
  cancelled: { id: 'download.cancelled', defaultMessage: 'Cancelled. Nothing was saved.' },
  bytes: { id: 'download.bytes', defaultMessage: '{count, plural, one {# byte} other {# bytes}}' },
  kilobytes: { id: 'download.kilobytes', defaultMessage: '{count, number} KB' },
  megabytes: { id: 'download.megabytes', defaultMessage: '{count, number} MB' },
});

const kilobyte = 1024;

/** "812 bytes", "48 KB", "1.4 MB": as precise as anybody asks for. */
export function fileSize(bytes: number, { say }: Pick<Words, 'say'>): string {
  if (bytes < kilobyte) return say(downloadWords.bytes, { count: bytes });
  // What rounds up to a thousand kilobytes is said in the next unit.
  if (bytes < kilobyte * 999.5) return say(downloadWords.kilobytes, { count: Math.round(bytes / kilobyte) });
  return say(downloadWords.megabytes, { count: Math.round((bytes / kilobyte / kilobyte) * 10) / 10 });
}
