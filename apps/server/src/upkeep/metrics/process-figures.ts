// The figures of what this process costs: processor, memory, and how long its event loop keeps work waiting.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { counted, type Family, gauge } from './exposition.ts';

/** Figures of this process; disposing ends the watching of the event loop. */
export function processFigures(): { readonly families: readonly Family[] } & Disposable {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return {
    families: [
      gauge('chancery_event_loop_delay_seconds', 'Delay of the event loop since the last reading, by quantile.', () => {
        const seen = [
          [{ quantile: '0.5' }, delay.percentile(50) / 1e9],
          [{ quantile: '0.99' }, delay.percentile(99) / 1e9],
          [{ quantile: '1' }, delay.max / 1e9],
        ] as const;
        delay.reset();
        return seen;
      }),
      counted('process_cpu_seconds_total', 'Processor time of this process.', () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1e6;
      }),
      gauge('process_resident_memory_bytes', 'Memory of this process.', () => process.memoryUsage.rss()),
      gauge('process_heap_bytes', 'Memory of its JavaScript objects.', () => process.memoryUsage().heapUsed),
      gauge('process_start_time_seconds', 'When this process started, in seconds since 1970.', () => startedAt()),
    ],
    [Symbol.dispose]: () => delay.disable(),
  };
}

function startedAt(): number {
  return Math.round(Date.now() / 1000 - process.uptime());
}
