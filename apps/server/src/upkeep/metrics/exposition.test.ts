// Proves that the figures are written as Prometheus reads them.
import { Counter, Histogram, type Metric } from 'prom-client';
import { expect, it } from 'vitest';
import { counted, gauge, registryOf, unregistered } from './exposition.ts';

const expose = (...metrics: readonly Metric[]): Promise<string> => registryOf(metrics).metrics();

it('a counter shows every value of its label from the beginning', async () => {
  const closed = new Counter(unregistered('closed_total', 'Closed.', 'reason'));
  for (const reason of ['too_fast', 'too_slow']) closed.labels(reason).inc(0);
  closed.inc({ reason: 'too_fast' }, 2);
  expect(await expose(closed)).toBe(
    '# HELP closed_total Closed.\n# TYPE closed_total counter\nclosed_total{reason="too_fast"} 2\nclosed_total{reason="too_slow"} 0\n',
  );
});

it('a gauge is asked when it is shown', async () => {
  let rooms = 1;
  const metric = gauge({ name: 'rooms', help: 'Rooms\nin memory.', read: () => rooms });
  rooms = 3;
  expect(await expose(metric)).toBe('# HELP rooms Rooms\\nin memory.\n# TYPE rooms gauge\nrooms 3\n');
});

it('what somebody else counts is shown as it stands, each time it is asked', async () => {
  const sent = counted({ name: 'sent_total', help: 'Sent.', label: 'to', read: () => ({ all: 2, one: 0 }) });
  const shown = '# HELP sent_total Sent.\n# TYPE sent_total counter\nsent_total{to="all"} 2\nsent_total{to="one"} 0\n';
  expect([await expose(sent), await expose(sent)]).toEqual([shown, shown]);
});

it('a histogram counts each value in every bucket above it', async () => {
  const took = new Histogram({ ...unregistered('took_seconds', 'Took.'), buckets: [0.01, 0.1] });
  for (const value of [0.01, 0.05, 7]) took.observe(value);
  expect((await expose(took)).split('\n').slice(2)).toEqual([
    'took_seconds_bucket{le="0.01"} 1',
    'took_seconds_bucket{le="0.1"} 2',
    'took_seconds_bucket{le="+Inf"} 3',
    'took_seconds_sum 7.06',
    'took_seconds_count 3',
    '',
  ]);
});

it('a label that holds quotes, backslashes and line ends is escaped', async () => {
  expect(await expose(gauge({ name: 'a', help: 'A.', label: 'b', read: () => ({ '"\\\n': 1 }) }))).toContain('a{b="\\"\\\\\\n"} 1');
});
