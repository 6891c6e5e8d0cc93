import { asId, type Day } from '@chancery/domain';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayOfField, dueWords, printedDay, printedMoment } from './dates.ts';

const day = (text: string) => asId<Day>(text);
const today = day('2027-05-24');

afterEach(() => vi.unstubAllEnvs());

describe('a due day', () => {
  it.each(['Pacific/Auckland', 'Asia/Jakarta', 'UTC', 'America/Lima', 'Pacific/Pago_Pago'])(
    'reads the same in %s as everywhere',
    (zone) => {
      vi.stubEnv('TZ', zone);
      const read = ['28', '25', '24', '23', '20'].map((it) => dueWords(day(`2027-05-${it}`), today, 'en'));
      expect(read.map((it) => `${it.day}, ${it.distance}, ${it.daysLeft}`)).toEqual([
        'Fri 28 May, in 4 days, 4',
        'Tue 25 May, tomorrow, 1',
        'Mon 24 May, today, 0',
        'Sun 23 May, yesterday, -1',
        'Thu 20 May, 4 days ago, -4',
      ]);
    },
  );

  it('names the year only when it is another one', () => {
    expect(printedDay(day('2028-01-03'), today, 'en')).toBe('Mon 3 Jan 2028');
    expect(printedDay(day('2027-05-03'), today, 'en')).not.toContain('2027');
  });
});

describe('a date field', () => {
  it('holds a day, or none while it is empty', () => {
    expect([dayOfField('2027-05-28'), dayOfField(''), dayOfField('28.5.2027')]).toEqual(['2027-05-28', null, null]);
  });
});

describe('a moment of the record', () => {
  it('is written in UTC for every reader', () => {
    expect(printedMoment(Date.UTC(2026, 10, 12, 14, 3), 'en')).toBe('12 Nov 2026, 14:03 UTC');
  });
});
