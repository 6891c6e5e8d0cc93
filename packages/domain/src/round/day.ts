// Calendar days: what is due is due on a day of the round, the same day for every reader wherever they are.
import { asId, type Day, type Instant } from '../id.ts';

/** The day that it is at that instant in that time zone (IANA, such as `Asia/Kuala_Lumpur`). */
export function dayAt(at: Instant, timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(format.formatToParts(at).map((it) => [it.type, it.value]));
  return asId<Day>(`${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`);
}

/** Days from one day to the other; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** DD1: something due on a day may be done on that day. */
export function isOverdue(due: Day | null, today: Day): boolean {
  return due !== null && daysBetween(today, due) < 0;
}

/** True for the name of a time zone that this program knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
