// The figures of what this process costs: processor, memory, and how long its event loop keeps work waiting.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metric } from 'prom-client';
import { counted, gauge } from './exposition.ts';

/** Figures of this process; disposing ends the watching of the event loop. */
export function processFigures(): { readonly metrics: readonly Metric[] } & Disposable {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return {
    metrics: [
      gauge({
        name: 'chancery_event_loop_delay_seconds',
        help: 'Delay of the event loop since the last reading, by quantile.',
        label: 'quantile',
        read: () => {
          const [median, high, highest] = [delay.percentile(50), delay.percentile(99), delay.max];
          delay.reset();
          return { '0.5': median / 1e9, '0.99': high / 1e9, '1': highest / 1e9 };
        },
      }),
      counted({
        name: 'process_cpu_seconds_total',
        help: 'Processor time of this process.',
        read: () => {
          const { user, system } = process.cpuUsage();
          return (user + system) / 1e6;
        },
      }),
      gauge({ name: 'process_resident_memory_bytes', help: 'Memory of this process.', read: () => process.memoryUsage.rss() }),
      gauge({ name: 'process_heap_bytes', help: 'Memory of its JavaScript objects.', read: () => process.memoryUsage().heapUsed }),
      gauge({ name: 'process_start_time_seconds', help: 'When this process started, in seconds since 1970.', read: startedAt }),
    ],
    [Symbol.dispose]: () => delay.disable(),
  };
}

function startedAt(): number {
  return Math.round(Date.now() / 1000 - process.uptime());
}
