// Which processor a process runs on, and how much of it the process has used. Linux only: taskset and /proc.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export const serverProcessor = 0;
export const loadProcessor = 1;
/** USER_HZ, which is 100 on every Linux that Node runs on. */
const msPerTick = 10;

/** Starts Node on one processor, with a channel for messages that carries typed arrays. */
export function spawnOn(processor: number, args: readonly string[]): ChildProcess {
  const child = spawn('taskset', ['--cpu-list', String(processor), process.execPath, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  return child;
}

/** Milliseconds of processor time that the process has used so far, all its threads together. */
export function processorMs(pid: number): Promise<number> {
  return usedIn(`/proc/${pid}/stat`);
}

/** The same of the thread in which the program runs. */
export function mainThreadMs(pid: number): Promise<number> {
  return usedIn(`/proc/${pid}/task/${pid}/stat`);
}

async function usedIn(file: string): Promise<number> {
  const line = await readFile(file, 'utf8');
  // The second field, the program's name in parentheses, may hold spaces.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

/** Milliseconds on the clock that all processes of this machine share. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Milliseconds that a processor has been busy so far, with whatever. */
export async function busyMs(processor: number): Promise<number> {
  const line = new RegExp(`^cpu${processor} (.*)$`, 'm').exec(await readFile('/proc/stat', 'utf8'))?.[1] ?? '';
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0, stolen = 0] = line.split(' ').map(Number);
  return (user + nice + system + interrupts + softInterrupts + stolen) * msPerTick;
}
