// temporary
import { emptyFolder } from '../installation.ts';
import { quickPlan, fullPlan } from './plan.ts';
import { crash } from './workloads/crash.ts';
import { idle } from './workloads/idle.ts';
import { join } from './workloads/join.ts';
import { saturation } from './workloads/saturation.ts';
import { typing } from './workloads/typing.ts';
import { serverNames } from './servers/names.ts';
const all = [typing, saturation, idle, join, crash];
const [w = '', s = '', p = 'quick', prof] = process.argv.slice(2);
await using folder = await emptyFolder();
const bench = { plan: p === 'quick' ? quickPlan : fullPlan, folder: folder.path, written: new Map(), profileInto: prof ?? null };
for (const workload of all.filter((it) => w === '' || w.split(',').includes(it.name))) {
  for (const server of serverNames.filter((it) => s === '' || s.split(',').includes(it))) {
    if (!workload.isFor(server)) continue;
    const t = Date.now();
    try { console.log(server, await workload.measure(bench, server), (Date.now() - t) / 1000); } catch (e) { console.log(server, workload.name, e); }
  }
}
for (const place of bench.written.values()) await (place as any)[Symbol.asyncDispose]();
