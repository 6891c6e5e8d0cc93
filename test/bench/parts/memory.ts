// How much memory a server holds with the demo.

import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { call } from '../../desk/request.ts';
import { exportForm, importForm, readSeed } from './exchange.ts';
import { figure, type Figure } from '../figure.ts';
import { demoRound, emptyFolder, prepareDemo, serve, signInToDemo } from '../site/installation.ts';
import type { Part } from './part.ts';

const runs = 3;
const restMs = 10_000;

export const memory: Part = {
  name: 'memory',
  counted:
    'resident memory (VmRSS, read from /proc, so on Linux only) of the server process with its threads: 10 s after the ready line of a start ' +
    'on an existing demo, then after one overview, then after an import of the seed and an export to Word. The process of run.mjs that ' +
    'started it and waits beside it is a line of its own.',
  measure: measureMemory,
};

async function measureMemory(): Promise<readonly Figure[]> {
  await using data = await emptyFolder();
  await prepareDemo(data.path);
  const lives: Life[] = [];
  for (let run = 0; run < runs; run += 1) lives.push(await measureLife(data.path));
  return [
    figure(
      'Server memory at rest with the demo',
      'MB',
      lives.map((it) => it.atRest),
      200,
    ),
    figure(
      '... after one overview',
      'MB',
      lives.map((it) => it.afterOverview),
      null,
    ),
    figure(
      '... after an import and an export',
      'MB',
      lives.map((it) => it.afterExchange),
      null,
    ),
    figure(
      '... of run.mjs beside the server',
      'MB',
      lives.map((it) => it.beside),
      null,
    ),
  ];
}

interface Life {
  readonly atRest: number;
  readonly afterOverview: number;
  readonly afterExchange: number;
  readonly beside: number;
}

async function measureLife(dataDirectory: string): Promise<Life> {
  await using server = await serve(dataDirectory);
  const pid = await childOf(server.pid);
  await wait(restMs);
  const atRest = await residentMb(pid);
  const coordinator = await signInToDemo(server.url, 'coordinator.mampu');
  await call(coordinator, 'readRound', { round: demoRound });
  const afterOverview = await residentMb(pid);
  await importForm(coordinator, demoRound, await readSeed());
  await exportForm(coordinator, demoRound);
  return { atRest, afterOverview, afterExchange: await residentMb(pid), beside: await residentMb(server.pid) };
}

async function childOf(pid: number): Promise<number> {
  const [child, ...others] = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ');
  if (!child || others.length > 0) throw new Error('run.mjs does not run one server, so its memory cannot be told');
  return Number(child);
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`/proc does not tell the memory of process ${pid}`);
  return Number(kilobytes) / 1024;
}
