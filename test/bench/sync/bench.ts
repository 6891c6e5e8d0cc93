// The command `npm run bench -- sync`: the engine beside its rivals, run after run interleaved, printed as one table.

import { mkdir, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { emptyFolder } from '../site/installation.ts';
import { machineInWords } from '../machine.ts';
import { profilesIn } from './cpu-profile.ts';
import type { BenchRun } from './figures.ts';
import { notes } from './notes.ts';
import { type Options, readOptions, usage } from './options.ts';
import { isPostgresThere } from './places.ts';
import { fullPlan, quickPlan } from './plan.ts';
import { asMarkdown, asText, summaryOf } from './table.ts';
import { crash } from './workloads/crash.ts';
import { idle } from './workloads/idle.ts';
import { join } from './workloads/join.ts';
import { saturation } from './workloads/saturation.ts';
import { typing } from './workloads/typing.ts';
import type { Bench } from './workloads/workload.ts';

const urgentNiceness = -15;
const workloads = [typing, saturation, idle, join, crash];

/** Resolves to the exit code: 0 when everything could be measured, whatever was reached. */
export async function compareEngines(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (cause) {
    console.error(`${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}`);
    return 2;
  }
  // The processes that are started inherit it.
  if (options.isUrgent) setPriority(urgentNiceness);
  const machine = machineInWords();
  console.log(`${machine}\n`);
  const { runs, failures } = await measureAll(options, machine);
  console.log(`\n${asText(runs)}\n\n${summaryOf(runs)}\n\n${notes}`);
  if (options.markdown !== null) await writeFile(options.markdown, `${asMarkdown(runs)}\n`);
  if (options.profileInto !== null) console.log(`\n${(await profilesIn(options.profileInto)).join('\n\n')}`);
  return failures === 0 ? 0 : 1;
}

async function measureAll(options: Options, machine: string): Promise<{ readonly runs: readonly BenchRun[]; readonly failures: number }> {
  const plan = options.isQuick ? quickPlan : fullPlan;
  const hasPostgres = await isPostgresThere();
  if (!hasPostgres) console.log('Without ours-postgres: there is no PostgreSQL at 127.0.0.1:5432.');
  const servers = options.servers.filter((server) => hasPostgres || server !== 'ours-postgres');
  if (options.profileInto !== null) await mkdir(options.profileInto, { recursive: true });
  await using folder = await emptyFolder();
  await using written = new AsyncDisposableStack();
  const bench: Bench = { plan, folder: folder.path, written: new Map(), profileInto: options.profileInto };
  written.defer(async () => {
    for (const place of bench.written.values()) await place[Symbol.asyncDispose]();
  });
  const runs: BenchRun[] = [];
  let failures = 0;
  for (let run = 0; run < (options.profileInto === null ? plan.runs : 1); run += 1) {
    for (const workload of workloads.filter(({ name }) => options.workloads.includes(name))) {
      for (const server of rotated(servers, run).filter(workload.isFor)) {
        const startedAt = Date.now();
        try {
          runs.push({ server, figures: await workload.measure(bench, server) });
          await writeJson(options, machine, runs);
          console.log(`Run ${run + 1}, ${workload.name}, ${server}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
        } catch (cause) {
          failures += 1;
          console.error(`Not measured: run ${run + 1}, ${workload.name}, ${server}.`, cause);
        }
      }
    }
  }
  return { runs, failures };
}

/** After each measurement, so that a bench that is ended leaves what it has. */
async function writeJson({ json }: Options, machine: string, runs: readonly BenchRun[]): Promise<void> {
  if (json !== null) await writeFile(json, `${JSON.stringify({ machine: machine.split('\n'), runs }, null, 2)}\n`);
}

/** Each run begins with another server, so that none is always measured on a machine that has just rested. */
function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const from = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(from), ...list.slice(0, from)];
}
