// The words of a download: how far it is, and what became of it.
import { defineMessages } from 'react-intl';

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
