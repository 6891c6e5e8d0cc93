import { expect, test } from 'vitest';
import { asId, type Day } from '../id.ts';
import { dayAt, daysBetween, isOverdue, isTimeZone } from './day.ts';

const day = (text: string) => asId<Day>(text);

test('DD1: what is due on a day may be done on that day, and is overdue from the next', () => {
  expect(isOverdue(day('2027-05-28'), day('2027-05-27'))).toBe(false);
  expect(isOverdue(day('2027-05-28'), day('2027-05-28'))).toBe(false);
  expect(isOverdue(day('2027-05-28'), day('2027-05-29'))).toBe(true);
  expect(isOverdue(null, day('2027-05-29'))).toBe(false);
});

test('DD2: which day it is, is said by the time zone of the round', () => {
  const at = Date.UTC(2027, 4, 28, 16, 30);
  const days = ['Pacific/Auckland', 'Asia/Jakarta', 'UTC', 'America/Lima', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) =>
    dayAt(at, zone),
  );
  expect(days).toEqual(['2027-05-29', '2027-05-28', '2027-05-28', '2027-05-28', '2027-05-29', '2027-05-28']);
  expect(dayAt(Date.UTC(2027, 11, 31, 23, 30), 'Asia/Tokyo')).toBe('2028-01-01');
});

test('DD2: days are counted by the calendar, over a change of clocks, a month and a leap day', () => {
  expect(daysBetween(day('2027-03-27'), day('2027-03-29'))).toBe(2);
  expect(daysBetween(day('2028-02-28'), day('2028-03-01'))).toBe(2);
  expect(daysBetween(day('2027-06-01'), day('2027-05-31'))).toBe(-1);
});

test('a time zone is one that the program knows', () => {
  expect(['UTC', 'Asia/Kuala_Lumpur', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
  expect(['', 'Mars/Olympus', 'asia'].some(isTimeZone)).toBe(false);
});
