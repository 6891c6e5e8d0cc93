// Running one of the tools that the tests consist of, so that its output is seen while it runs.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Ends with a slash. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a JavaScript program on this Node, from the repository's root. Resolves to its exit code; ended by a signal counts as 1. */
export type RunProgram = (script: string, args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<number>;

/** For programs that have the terminal to themselves. */
export const runAlone: RunProgram = (script, args, env = {}) =>
  exitCodeOf(spawn(process.execPath, [script, ...args], { cwd: repository, env: { ...process.env, ...env }, stdio: 'inherit' }));

/** For programs that run beside others: each line of theirs begins with `label`. */
export function runBeside(label: string): RunProgram {
  return (script, args, env = {}) => {
    const options = { cwd: repository, env: { ...process.env, ...env } };
    const child = spawn(process.execPath, [script, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const output of [child.stdout, child.stderr]) createInterface(output).on('line', (line) => console.log(`${label}${line}`));
    return exitCodeOf(child);
  };
}

async function exitCodeOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
