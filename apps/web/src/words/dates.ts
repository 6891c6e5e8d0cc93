// How dates are written: "Fri 28 May, in 4 days". Pure; the time zone is the reader's unless given.

export interface DueWords {
  readonly day: string;
  /** "in 4 days", "today", "2 days ago" */
  readonly distance: string;
  readonly daysLeft: number;
}

const dayMs = 86_400_000;

/** "Fri 28 May", with the year when it is not that of `now`. */
export function printedDay(at: number, now: number, locale: string, timeZone?: string): string {
  const zone = zoneOf(timeZone);
  const format = new Intl.DateTimeFormat(dialectOf(locale), { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...zone });
  const parts = format.formatToParts(at);
  const isThisYear = yearOf(parts) === yearOf(format.formatToParts(now));
  const day = new Intl.DateTimeFormat(dialectOf(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    ...zone,
  });
  return day.format(at).replace(',', '');
}

/** The day and how far away it is, counted in calendar days. */
export function dueWords(at: number, now: number, locale: string, timeZone?: string): DueWords {
  const daysLeft = calendarDays(now, at, timeZone);
  const distance = new Intl.RelativeTimeFormat(dialectOf(locale), { numeric: 'auto' }).format(daysLeft, 'day');
  return { day: printedDay(at, now, locale, timeZone), distance, daysLeft };
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

/** Midnights between the two instants; negative when `to` is on an earlier day. */
export function calendarDays(from: number, to: number, timeZone?: string): number {
  return Math.round((midnight(to, timeZone) - midnight(from, timeZone)) / dayMs);
}

/** `2027-05-28`, as a date field of a form holds it. */
export function dayForField(at: number, timeZone?: string): string {
  return new Date(midnight(at, timeZone)).toISOString().slice(0, 10);
}

/** The last minute of that day in the reader's time zone: something due on a day may be done on that day. Null for no date. */
export function endOfDay(day: string): number | null {
  const at = new Date(`${day}T23:59:00`).getTime();
  return Number.isNaN(at) ? null : at;
}

function midnight(at: number, timeZone?: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'numeric', day: 'numeric', ...zoneOf(timeZone) }).formatToParts(
    at,
  );
  const numberOf = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(numberOf('year'), numberOf('month') - 1, numberOf('day'));
}

function yearOf(parts: readonly Intl.DateTimeFormatPart[]): string | undefined {
  return parts.find((part) => part.type === 'year')?.value;
}

/** English as governments outside one country write it: the day before the month. */
function dialectOf(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

function zoneOf(timeZone: string | undefined): Pick<Intl.DateTimeFormatOptions, 'timeZone'> {
  return timeZone === undefined ? {} : { timeZone };
}
