// Naming the machine, without which the figures say nothing.

import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { chromiumPath, isChromiumInstalled } from '../chromium.ts';

/** Processor, cores, memory, system, Node and Chromium, and the load that was there before the first measurement. */
export function machineInWords(): string {
  const cores = cpus();
  return [
    `Machine   ${cores[0]?.model.trim() ?? 'unknown processor'}, ${cores.length} cores, ${Math.round(totalmem() / 1024 ** 3)} GB, ${type()} ${release()}`,
    `Node      ${process.versions.node}`,
    `Browser   ${isChromiumInstalled() ? execFileSync(chromiumPath, ['--version', '--no-sandbox'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() : 'none'}`,
    `Load      ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')} (1, 5 and 15 minutes, before the first measurement)`,
  ].join('\n');
}

/** The load of the last minute. */
export function currentLoad(): number {
  return loadavg()[0] ?? 0;
}
