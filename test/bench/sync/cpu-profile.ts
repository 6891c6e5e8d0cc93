// The reading of V8's CPU profiles: where the time of a server went.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

const shownFunctions = 30;

/** One text for each profile in the folder: its functions by the time spent in themselves. */
export async function profilesIn(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cpuprofile'));
  return await Promise.all(files.map(async (file) => `${file}\n${tableOf(JSON.parse(await readFile(join(folder, file), 'utf8')))}`));
}

function tableOf(profile: CpuProfile): string {
  const spent = new Map<string, number>();
  const nameOf = new Map(profile.nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  for (const [index, id] of profile.samples.entries()) {
    const name = nameOf.get(id) ?? '(unknown)';
    spent.set(name, (spent.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1000);
  }
  const idle = spent.get('(idle)') ?? 0;
  spent.delete('(idle)');
  const busy = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  const lines = [...spent]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, shownFunctions)
    .map(([name, ms]) => `  ${ms.toFixed(0).padStart(7)} ms ${((ms / busy) * 100).toFixed(1).padStart(5)} %  ${name}`);
  return [`  busy ${busy.toFixed(0)} ms, idle ${idle.toFixed(0)} ms`, ...lines].join('\n');
}

function placeOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const file = url.replace(/^.*\/(?=(node_modules|packages|apps|test)\/)/, '').replace(/^file:\/\//, '');
  return url === '' ? functionName || '(anonymous)' : `${functionName || '(anonymous)'}  ${file}:${lineNumber + 1}`;
}
