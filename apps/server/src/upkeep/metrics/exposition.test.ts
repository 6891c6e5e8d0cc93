// Proves that the figures are written as Prometheus reads them.
import { expect, it } from 'vitest';
import { Counter, expose, gauge, Histogram } from './exposition.ts';

it('a counter shows every value of its label from the beginning', () => {
  const closed = new Counter('closed_total', 'Closed.', { name: 'reason', values: ['too_fast', 'too_slow'] });
  closed.add(2, 'too_fast');
  expect(expose([closed])).toBe(
    '# HELP closed_total Closed.\n# TYPE closed_total counter\nclosed_total{reason="too_fast"} 2\nclosed_total{reason="too_slow"} 0\n',
  );
});

it('a gauge is asked when it is shown', () => {
  let rooms = 1;
  const family = gauge('rooms', 'Rooms\nin memory.', () => rooms);
  rooms = 3;
  expect(expose([family])).toBe('# HELP rooms Rooms\\nin memory.\n# TYPE rooms gauge\nrooms 3\n');
});

it('a histogram counts each value in every bucket above it', () => {
  const took = new Histogram('took_seconds', 'Took.', [0.01, 0.1]);
  for (const value of [0.01, 0.05, 7]) took.observe(value);
  expect(expose([took]).split('\n').slice(2)).toEqual([
    'took_seconds_bucket{le="0.01"} 1',
    'took_seconds_bucket{le="0.1"} 2',
    'took_seconds_bucket{le="+Inf"} 3',
    'took_seconds_sum 7.06',
    'took_seconds_count 3',
    '',
  ]);
});

it('a label that holds quotes, backslashes and line ends is escaped', () => {
  expect(expose([gauge('a', 'A.', () => [[{ b: '"\\\n' }, 1]])])).toContain('a{b="\\"\\\\\\n"} 1');
});
