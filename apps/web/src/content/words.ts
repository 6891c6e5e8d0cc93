// The words of content that is only read: an answer, a difference between two texts.
import { defineMessages } from 'react-intl';

export const contentWords = defineMessages({
  nothing: { id: 'content.nothing', defaultMessage: 'Nothing written' },
  ticked: { id: 'content.ticked', defaultMessage: 'Ticked:' },
  notTicked: { id: 'content.not-ticked', defaultMessage: 'Not ticked:' },
  toConfirm: { id: 'content.to-confirm', defaultMessage: 'Please confirm the tick: the imported document did not show it for certain.' },
  gridRow: { id: 'content.grid-row', defaultMessage: 'Item' },
  gridAnswer: { id: 'content.grid-answer', defaultMessage: 'Answer' },
  tableInAnswer: { id: 'content.table-in-answer', defaultMessage: 'Table' },
});

export const differenceWords = defineMessages({
  added: { id: 'difference.added', defaultMessage: 'Added:' },
  removed: { id: 'difference.removed', defaultMessage: 'Removed:' },
  end: { id: 'difference.end', defaultMessage: '(end)' },
  onlyTicks: { id: 'difference.only-ticks', defaultMessage: 'The words are the same; ticks or formatting changed.' },
});
