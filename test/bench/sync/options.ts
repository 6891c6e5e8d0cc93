// What `npm run bench -- sync` may be told.

import { parseArgs } from 'node:util';
import { type ServerName, serverNames } from './servers/names.ts';
import { type WorkloadName, workloadNames } from './workloads/workload.ts';

export interface Options {
  readonly isQuick: boolean;
  readonly workloads: readonly WorkloadName[];
  readonly servers: readonly ServerName[];
  /** Before other work of this machine, which then disturbs less; asks for the right to do so. */
  readonly isUrgent: boolean;
  /** Files to write as well; null for none. */
  readonly json: string | null;
  readonly markdown: string | null;
  /** Folder for CPU profiles of the servers' main threads; null for none. */
  readonly profileInto: string | null;
}

export const usage = `npm run bench -- sync [--quick] [--urgent] [--workloads ${workloadNames.join(',')}] [--servers ${serverNames.join(',')}]
  [--json <file>] [--markdown <file>] [--profile <folder>]
--urgent goes before other work of this machine, where that is permitted. --profile runs each workload once, leaves CPU profiles of typing, saturation and join in the folder and prints where the time went.`;

/** Throws, with a sentence for the person at the keyboard, when the arguments mean nothing. */
export function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  const options = { quick: yes, urgent: yes, workloads: text, servers: text, json: text, markdown: text, profile: text } as const;
  const { values } = parseArgs({ args: [...args], options });
  return {
    isQuick: values.quick ?? false,
    isUrgent: values.urgent ?? false,
    workloads: chosen('workload', values.workloads, workloadNames),
    servers: chosen('server', values.servers, serverNames),
    json: values.json ?? null,
    markdown: values.markdown ?? null,
    profileInto: values.profile ?? null,
  };
}

function chosen<T extends string>(what: string, text: string | undefined, all: readonly T[]): readonly T[] {
  if (text === undefined) return all;
  const names = text.split(',');
  const unknown = names.find((name) => !all.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`There is no ${what} "${unknown}". There are: ${all.join(', ')}.`);
  return all.filter((name) => names.includes(name));
}
