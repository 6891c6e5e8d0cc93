// How components speak: sentences by descriptor, dates by the rules of dates.ts.
import type { Day } from '@chancery/domain';
import { useMemo } from 'react';
import { type MessageDescriptor, useIntl } from 'react-intl';
import { type DueWords, dueWords, printedDay, printedMoment } from './dates.ts';

export type WordValues = Readonly<Record<string, string | number>>;

export interface Words {
  /** The sentence in the reader's language. */
  readonly say: (sentence: MessageDescriptor, values?: WordValues) => string;
  /** "question 1, question 12 and question 30" */
  readonly list: (names: readonly string[]) => string;
  /** "Fri 28 May" */
  readonly day: (day: Day, today: Day) => string;
  /** "Fri 28 May", and "in 4 days" apart from it. */
  readonly due: (day: Day, today: Day) => DueWords;
  /** "12 Nov 2026, 14:03 UTC" */
  readonly moment: (at: number) => string;
}

/** The words of the reader's language; the same object until the language changes. */
export function useWords(): Words {
  const intl = useIntl();
  return useMemo(
    () => ({
      say: (sentence, values) => intl.formatMessage(sentence, values),
      list: (names) => intl.formatList(names, { type: 'conjunction' }),
      day: (day, today) => printedDay(day, today, intl.locale),
      due: (day, today) => dueWords(day, today, intl.locale),
      moment: (at) => printedMoment(at, intl.locale),
    }),
    [intl],
  );
}
