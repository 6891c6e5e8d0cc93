// Prometheus' text exposition format, version 0.0.4: counters, gauges and histograms, and how they are written down.

export type Labels = Readonly<Record<string, string>>;

interface Sample {
  /** Behind the name of the family: `_bucket`, `_sum`, `_count`. */
  readonly suffix?: string;
  readonly labels: Labels;
  readonly value: number;
}

export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  samples(): readonly Sample[];
}

export const expositionType = 'text/plain; version=0.0.4; charset=utf-8';

/** All families, each with its help and type. */
export function expose(families: readonly Family[]): string {
  return families.map(exposeFamily).join('');
}

function exposeFamily(family: Family): string {
  const { name, help, type } = family;
  const lines = family.samples().map(({ suffix = '', labels, value }) => `${name}${suffix}${labelText(labels)} ${numberText(value)}\n`);
  return [`# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n`, `# TYPE ${name} ${type}\n`, ...lines].join('');
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}

/** Counts up; one number for each value of its label, or one in all. */
export class Counter implements Family {
  readonly type = 'counter';
  readonly name: string;
  readonly help: string;
  readonly #label: string | null;
  readonly #counts = new Map<string, number>();

  /** `values`: those that are shown as 0 before anything is counted. */
  constructor(name: string, help: string, label: { readonly name: string; readonly values: readonly string[] } | null = null) {
    this.name = name;
    this.help = help;
    this.#label = label?.name ?? null;
    for (const value of label?.values ?? ['']) this.#counts.set(value, 0);
  }

  add(by = 1, value = ''): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + by);
  }

  samples(): readonly Sample[] {
    const label = this.#label;
    return [...this.#counts].map(([value, count]) => ({ labels: label === null ? {} : { [label]: value }, value: count }));
  }
}

/** What is so at the moment it is asked. */
export function gauge(name: string, help: string, read: () => number | readonly (readonly [Labels, number])[]): Family {
  return {
    name,
    help,
    type: 'gauge',
    samples: () => {
      const seen = read();
      return typeof seen === 'number' ? [{ labels: {}, value: seen }] : seen.map(([labels, value]) => ({ labels, value }));
    },
  };
}

/** A count that somebody else keeps. */
export function counted(name: string, help: string, read: Parameters<typeof gauge>[2]): Family {
  return { ...gauge(name, help, read), type: 'counter' };
}

/** How often something took how long. */
export class Histogram implements Family {
  readonly type = 'histogram';
  readonly name: string;
  readonly help: string;
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  /** `bounds` ascending, without the infinite one. */
  constructor(name: string, help: string, bounds: readonly number[]) {
    this.name = name;
    this.help = help;
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  observe(value: number): void {
    this.#sum += value;
    this.#count += 1;
    const at = this.#bounds.findIndex((bound) => value <= bound);
    if (at >= 0) this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  samples(): readonly Sample[] {
    let below = 0;
    const buckets = this.#bounds.map((bound, at) => {
      below += this.#counts[at] ?? 0;
      return { suffix: '_bucket', labels: { le: numberText(bound) }, value: below };
    });
    return [
      ...buckets,
      { suffix: '_bucket', labels: { le: '+Inf' }, value: this.#count },
      { suffix: '_sum', labels: {}, value: this.#sum },
      { suffix: '_count', labels: {}, value: this.#count },
    ];
  }
}
