// How dates are written: "Fri 28 May, in 4 days". Pure, and the same in every time zone.
import { asId, type Day, daysBetween } from '@chancery/domain';

export interface DueWords {
  readonly day: string;
  /** "in 4 days", "today", "2 days ago" */
  readonly distance: string;
  readonly daysLeft: number;
}

/** "Fri 28 May", with the year when it is not that of `today`. The same for every reader: a day has no time zone. */
export function printedDay(day: Day, today: Day, locale: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  const format = new Intl.DateTimeFormat(dialectOf(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T12:00:00Z`)).replace(',', '');
}

/** The day and how far away it is, counted in calendar days. */
export function dueWords(day: Day, today: Day, locale: string): DueWords {
  const daysLeft = daysBetween(today, day);
  const distance = new Intl.RelativeTimeFormat(dialectOf(locale), { numeric: 'auto' }).format(daysLeft, 'day');
  return { day: printedDay(day, today, locale), distance, daysLeft };
}

/** "12 Nov 2026, 14:03 UTC": the same for every reader, as the record prints it. */
export function printedMoment(at: number, locale: string): string {
  const format = new Intl.DateTimeFormat(dialectOf(locale), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return `${format.format(at)} UTC`;
}

/** The day of a date field, which holds one as `2027-05-28`; null while it is empty. */
export function dayOfField(value: string): Day | null {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? asId<Day>(value) : null;
}

/** English as governments outside one country write it: the day before the month. */
function dialectOf(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}
