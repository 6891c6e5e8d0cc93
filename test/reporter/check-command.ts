// `npm run check`: the changed files first, then every check at once.

import { execFileSync } from 'node:child_process';
import { globSync, watch } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { allChecks, type SourceCheck, formatOf, isCode, lintOf, mendingOf, runCheck, types } from './checks.ts';
import { repository, runAlone, runBeside } from './run-program.ts';
import { closingLines, sumOf, type Tally } from './tally.ts';

const help = `npm run check [-- --fix | --watch]

Checks types, lint, format, and code and dependencies that nothing uses.
Format and lint of the files that differ from main come first; when they fail, nothing else runs.

  --fix    first mends what the linter and the formatter can mend in the files that differ from main, or in all where none does
  --watch  after each change checks format and lint of the files that differ from main, and all types
  --help   says this`;

process.exitCode = await runCommand(process.argv.slice(2));

/** The exit code. With `--watch` it never resolves. */
async function runCommand(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (options === null || options.help) {
    console.log(help);
    return options === null ? 2 : 0;
  }
  if (options.watch) return checkAfterEachChange();
  if (options.fix) await oneAfterTheOther(mendingOf(changedFiles()));
  const first = await oneAfterTheOther(checksOfChangedFiles());
  const tally = first.failed.length > 0 ? first : await atOnce(allChecks);
  console.log(`\n${closingLines(tally).join('\n')}`);
  return tally.failed.length > 0 ? 1 : 0;
}

/** Null when the command line is wrong. */
function optionsOf(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ args, options: { fix: flag, watch: flag, help: flag } }).values;
  } catch {
    return null;
  }
}

async function checkAfterEachChange(): Promise<never> {
  let change = Promise.withResolvers<void>();
  const folders = globSync(['{packages,apps}/*/src', 'test'], { cwd: repository });
  for (const folder of folders) watch(`${repository}${folder}`, { recursive: true }, () => change.resolve());
  // Settings, and what builds the web client.
  for (const folder of ['.', ...globSync('{packages,apps}/*', { cwd: repository })])
    watch(`${repository}${folder}`, () => change.resolve());
  for (;;) {
    change = Promise.withResolvers();
    const { failed } = await oneAfterTheOther([...checksOfChangedFiles(), types]);
    console.log(failed.length === 0 ? '\nAll good. Waiting for a change ...' : '\nWaiting for a change ...');
    await change.promise;
    await wait(200); // an editor often saves several files
  }
}

function checksOfChangedFiles(): readonly SourceCheck[] {
  const files = changedFiles();
  const code = files.filter(isCode);
  return [...(files.length === 0 ? [] : [formatOf(files)]), ...(code.length === 0 ? [] : [lintOf(code)])];
}

/** The files of ours that differ from main's where this branch left it, new ones included; none where git cannot say. */
function changedFiles(): readonly string[] {
  try {
    const base = forkPoint();
    const files = [
      ...git('diff', '--name-only', '--relative', '--diff-filter=d', base),
      ...git('ls-files', '--others', '--exclude-standard'),
    ];
    return files.filter((file) => /\.(tsx?|mjs|json|css)$/.test(file));
  } catch {
    return [];
  }
}

function forkPoint(): string {
  try {
    return git('merge-base', 'HEAD', 'main')[0] ?? 'HEAD';
  } catch {
    return 'HEAD'; // a clone without a branch of that name
  }
}

function git(...args: readonly string[]): readonly string[] {
  const printed = execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return printed.split('\n').filter((line) => line !== '');
}

async function oneAfterTheOther(checks: readonly SourceCheck[]): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const check of checks) tallies.push(await runCheck(check, runAlone));
  return sumOf(tallies);
}

async function atOnce(checks: readonly SourceCheck[]): Promise<Tally> {
  return sumOf(await Promise.all(checks.map((check) => runCheck(check, runBeside(`${check.name} | `)))));
}
