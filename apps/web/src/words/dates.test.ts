import { describe, expect, it } from 'vitest';
import { calendarDays, dayForField, dueWords, endOfDay, printedDay, printedMoment } from './dates.ts';

const now = Date.UTC(2027, 4, 24, 22, 30);
const at = (day: number, hour = 9) => Date.UTC(2027, 4, day, hour);

describe('a due date', () => {
  it.each([
    [28, 'Fri 28 May', 'in 4 days'],
    [25, 'Tue 25 May', 'tomorrow'],
    [24, 'Mon 24 May', 'today'],
    [23, 'Sun 23 May', 'yesterday'],
    [20, 'Thu 20 May', '4 days ago'],
  ])('on day %i reads "%s, %s"', (day, printed, distance) => {
    expect(dueWords(at(day), now, 'en', 'UTC')).toMatchObject({ day: printed, distance });
  });

  it('names the year only when it is another one', () => {
    expect(printedDay(Date.UTC(2028, 0, 3), now, 'en', 'UTC')).toBe('Mon 3 Jan 2028');
    expect(printedDay(at(3), now, 'en', 'UTC')).not.toContain('2027');
  });

  it('counts calendar days of the time zone, not stretches of 24 hours', () => {
    const lateEvening = Date.UTC(2027, 4, 24, 23, 59);
    const earlyMorning = Date.UTC(2027, 4, 25, 0, 1);
    expect(calendarDays(lateEvening, earlyMorning, 'UTC')).toBe(1);
    expect(calendarDays(lateEvening, earlyMorning, 'Asia/Kuala_Lumpur')).toBe(0);
    // The clock of Berlin is put forward in the night before the 28th.
    expect(calendarDays(Date.UTC(2027, 2, 27, 12), Date.UTC(2027, 2, 29, 12), 'Europe/Berlin')).toBe(2);
  });
});

describe('a date field', () => {
  it('gives back the day it was set to, up to the end of that day', () => {
    const end = endOfDay('2027-05-28');
    expect(end).not.toBeNull();
    expect(dayForField(end ?? 0)).toBe('2027-05-28');
    expect(new Date(end ?? 0).getHours()).toBe(23);
  });

  it('is no date while it is empty', () => {
    expect(endOfDay('')).toBeNull();
  });
});

describe('a moment of the record', () => {
  it('is written in UTC for every reader', () => {
    expect(printedMoment(Date.UTC(2026, 10, 12, 14, 3), 'en')).toBe('12 Nov 2026, 14:03 UTC');
  });
});
