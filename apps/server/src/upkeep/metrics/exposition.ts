// What prom-client lacks for us: metrics that are read when they are shown, and a registry for each server, since one process may run several.
import { Counter, Gauge, type Metric, Registry } from 'prom-client';

/** One number, or one for each value of the label. */
type Reading = number | Readonly<Record<string, number>>;

interface Read {
  readonly name: string;
  readonly help: string;
  readonly label?: string;
  readonly read: () => Reading;
}

/** What is so at the moment it is asked. */
export function gauge({ name, help, label, read }: Read): Metric {
  return new Gauge({
    ...unregistered(name, help, label),
    collect() {
      this.reset();
      for (const [labels, value] of samplesOf(read(), label)) this.set(labels, value);
    },
  });
}

/** A count that somebody else keeps. */
export function counted({ name, help, label, read }: Read): Metric {
  return new Counter({
    ...unregistered(name, help, label),
    collect() {
      this.reset();
      for (const [labels, value] of samplesOf(read(), label)) this.inc(labels, value);
    },
  });
}

/** The description of a metric that stands in no registry yet: prom-client's own is one for the whole process. */
export function unregistered(name: string, help: string, label?: string) {
  return { name, help, labelNames: label === undefined ? [] : [label], registers: [] };
}

/** A registry that shows these metrics, in this order. */
export function registryOf(metrics: readonly Metric[]): Registry {
  const registry = new Registry();
  for (const metric of metrics) registry.registerMetric(metric);
  return registry;
}

function samplesOf(reading: Reading, label = ''): readonly (readonly [Record<string, string>, number])[] {
  if (typeof reading === 'number') return [[{}, reading]];
  return Object.entries(reading).map(([value, count]) => [{ [label]: value }, count]);
}
