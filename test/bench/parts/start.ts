// How long `npm start` takes: on a fresh clone, and from then on.

import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { figure, type Figure } from '../figure.ts';
import { type CommandEnvironment, emptyFolder, environmentOf, ownEnvironment, repository } from '../site/installation.ts';
import type { Part } from './part.ts';
import { startServer } from '../site/server-process.ts';

const freshClones = 3;
const laterStarts = 7;
const execute = promisify(execFile);

export const start: Part = {
  name: 'start',
  counted:
    '`npm start` from the command to the ready line. Fresh clone: `git clone --local` of the commit checked out, no node_modules, ' +
    'no built client, no data; the home folder begins empty and the first clone fills its package caches, so that its start holds the ' +
    'downloads and those of the clones after it hold none: they fetch Node from the cache where the system has an older one, install, build, ' +
    'make the demo and start. Later: in the folder of this program, on an existing demo, after one start that is not counted.',
  measure: async () => [...(await measureFreshClones()), await measureLaterStarts()],
};

async function measureFreshClones(): Promise<readonly Figure[]> {
  await using folder = await emptyFolder();
  const home = join(folder.path, 'home');
  await mkdir(home);
  const seconds: number[] = [];
  for (let clone = 0; clone <= freshClones; clone += 1) seconds.push(await startFreshClone(join(folder.path, `clone-${clone}`), home));
  return [
    figure('First start of a fresh clone, with its downloads', 's', seconds.slice(0, 1), null),
    figure('First start of a fresh clone, without downloads', 's', seconds.slice(1), 60),
  ];
}

async function startFreshClone(clone: string, home: string): Promise<number> {
  await execute('git', ['clone', '--quiet', '--local', repository, clone]);
  const env = { ...ownEnvironment(), ...homeAt(home), PATH: pathOfSystem(), PORT: '0' };
  await using server = await startServer({ command: 'npm', args: ['start'], cwd: clone, env });
  return server.readyMs / 1000;
}

async function measureLaterStarts(): Promise<Figure> {
  await using data = await emptyFolder();
  const env = { ...environmentOf(data.path), PATH: pathOfSystem() };
  const seconds: number[] = [];
  for (let run = 0; run <= laterStarts; run += 1) {
    await using server = await startServer({ command: 'npm', args: ['start'], cwd: repository, env });
    seconds.push(server.readyMs / 1000);
  }
  // The first of them made the demo, and fetched Node where the system has an older one.
  return figure('Later start', 's', seconds.slice(1), 4);
}

/** Package managers keep their caches below these. */
function homeAt(home: string): CommandEnvironment {
  return { HOME: home, USERPROFILE: home, XDG_CACHE_HOME: undefined, XDG_CONFIG_HOME: undefined, XDG_DATA_HOME: undefined };
}

/** Without the Node that this program was given, so that the command finds what a new user's does. */
function pathOfSystem(): string {
  const given = dirname(process.execPath);
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.filter((folder) => folder !== given && !folder.includes('node_modules')).join(delimiter);
}
