#!/usr/bin/env node
// The way from a fresh clone to a running command: Node 24, the pinned pnpm, the dependencies, the built web client.
// Plain JavaScript without dependencies, for any Node from 18; whatever it runs, runs on Node 24. What it says goes to stderr.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const tools = join(root, '.tools');
/** What the last preparation was made from. Inside node_modules, so that deleting that folder forgets it. */
const stamps = join(root, 'node_modules', '.chancery');
const web = join(root, 'apps', 'web');

const nodeVersion = '24.21.0';
const nodeMajor = 24;
/** The platforms for which the npm registry has that version as a package, with the SHA-512 of its tarball in base64. */
const nodeHashes = {
  'linux-x64': '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64': 'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'win-x64': '0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
};
const isWindows = process.platform === 'win32';
/** What pnpm is asked to install: what the server runs on and the web client is built from, or that with every tool and test. */
const installations = {
  production: ['--prod', '--filter-prod', '@chancery/server...', '--filter-prod', '@chancery/web...'],
  everything: [],
};
const registryUnreachable = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;
const fewRetries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
const staleLockMs = 15 * 60_000;

/** A reason to stop that the person at the keyboard can act upon. */
class Obstacle extends Error {}

/** Any other name is one of the `chancery` command's own. */
const commands = { start: serve, serve, build, dev, test, check, bench };

const running = new Set();
let node = process.execPath;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal sends its interrupt to the children as well; a second one would cut their shutdown short.
    if (signal === 'SIGINT' && process.stdin.isTTY && running.size > 0) return;
    if (running.size === 0) process.exit(exitCode(null, signal));
    for (const child of running) child.kill(signal);
  });
}

// `npm start` passes a signal on to its shell, and the shell dies of it without telling us: end when it is gone.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.emit('SIGTERM', 'SIGTERM');
  }, 250);
  watch.unref();
}

try {
  const [name = '--help', ...args] = process.argv.slice(2);
  node = await ensureNode();
  const command = Object.hasOwn(commands, name) ? commands[name] : () => chancery([name, ...args]);
  process.exitCode = await command(args);
} catch (error) {
  if (!(error instanceof Obstacle)) throw error;
  say(error.message);
  process.exitCode = 1;
}

async function serve(args) {
  await build();
  return chancery(['serve', ...args]);
}

async function build() {
  await ensurePackages('production');
  await ensureWeb();
  return 0;
}

/** The `chancery` command, in the caller's folder: file names among its arguments are relative to that. */
async function chancery(args) {
  await ensurePackages('production');
  return runNode([join(root, 'apps/server/src/chancery.ts'), ...args]);
}

async function test(args) {
  await ensurePackages('everything');
  return runNode([join(root, 'test/reporter/main.ts'), ...args], { cwd: root });
}

async function check(args) {
  await ensurePackages('everything');
  return runNode([join(root, 'test/reporter/check-command.ts'), ...args], { cwd: root });
}

async function bench(args) {
  await ensurePackages('everything');
  await ensureWeb();
  return runNode([join(root, 'test/bench/main.ts'), ...args], { cwd: root });
}

/** The server, restarted when its sources change, behind Vite's development server; ends when either of them ends. */
async function dev(args) {
  await ensurePackages('everything');
  const { PORT = '4400', VITE_PORT = '5173', PUBLIC_URL = `http://localhost:${VITE_PORT}` } = process.env;
  const env = { ...environment(), PORT, PUBLIC_URL, CHANCERY_SERVER: `http://localhost:${PORT}` };
  const ends = [
    runNode(['--watch', join(root, 'apps/server/src/chancery.ts'), 'serve', ...args], { cwd: root, env }),
    runNode([viteBinary(), '--port', VITE_PORT, '--strictPort'], { cwd: web, env }),
  ];
  const code = await Promise.race(ends);
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(ends);
  return code;
}

async function ensureNode() {
  if (Number.parseInt(process.versions.node, 10) >= nodeMajor) return process.execPath;
  const platform = `${isWindows ? 'win' : process.platform}-${process.arch}`;
  const home = join(tools, `node-${nodeVersion}-${platform}`);
  const binary = join(home, 'bin', isWindows ? 'node.exe' : 'node');
  if (!existsSync(binary)) await whileLocked(() => (existsSync(binary) ? undefined : fetchNode(platform, home, binary)));
  return binary;
}

async function fetchNode(platform, home, binary) {
  const byHand = `install Node ${nodeMajor} or newer from https://nodejs.org and run the command again.`;
  if (!Object.hasOwn(nodeHashes, platform)) {
    throw new Obstacle(`Chancery needs Node ${nodeMajor} and cannot fetch it for ${platform}: ${byHand}`);
  }
  say(`Fetching Node ${nodeVersion} (this one is ${process.versions.node}) ...`);
  await fetchPinned({ name: `node-${platform}`, version: nodeVersion, hash: nodeHashes[platform], home });
  const answers = await run(binary, ['--version'], { stdio: 'ignore' }).catch(() => 1);
  if (answers === 0) return;
  rmSync(home, { recursive: true, force: true });
  throw new Obstacle(`The Node ${nodeVersion} that was fetched does not run on this system: ${byHand}`);
}

/** Fetches a package, compares its tarball with the hash that stands in this repository, and only then unpacks it as `home`. */
async function fetchPinned({ name, version, hash, home }) {
  const failure = `${name} ${version} could not be fetched`;
  const arriving = join(tools, 'arriving');
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving, { recursive: true });
  const quiet = ['--loglevel=error', ...fewRetries];
  await runQuietly('npm', ['pack', `${name}@${version}`, '--pack-destination', arriving, ...quiet], failure, process.env);
  const tarball = join(arriving, `${name}-${version}.tgz`);
  if (createHash('sha512').update(readFileSync(tarball)).digest('base64') !== hash) {
    rmSync(arriving, { recursive: true, force: true });
    throw new Obstacle(
      `${failure}: what the npm registry sent is not what this repository names (its SHA-512 differs). Nothing of it was run.`,
    );
  }
  const unpacked = await unpack(tarball, arriving, failure, quiet);
  // The finished folder appears at once or not at all: a start that was cut short leaves none that looks complete.
  rmSync(home, { recursive: true, force: true });
  renameSync(unpacked, home);
  rmSync(arriving, { recursive: true, force: true });
}

/** Installs one of the installations, unless it or everything is there. A clone that had everything stays such a clone. */
async function ensurePackages(asked) {
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'));
  const digest = createHash('sha256').update(`${process.platform} ${process.arch}\n`).update(lockfile).digest('hex');
  const isInstalled = () => [asked, 'everything'].some((name) => stampOf('packages') === `${name} ${digest}`);
  if (isInstalled()) return;
  await whileLocked(async () => {
    if (isInstalled()) return;
    say('Installing the dependencies ...');
    const name = (stampOf('packages') ?? asked).startsWith('production') ? asked : 'everything';
    const pnpm = await ensurePnpm();
    writeStamp('packages', name); // without the digest: an installation that is cut short is done again
    // CI=true keeps pnpm from asking whether it may replace a folder.
    const env = { ...environment(), CI: 'true', npm_config_loglevel: 'error' };
    const args = [pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', ...installations[name], ...fewRetries];
    await runQuietly(node, args, 'The dependencies could not be installed', env);
    writeStamp('packages', `${name} ${digest}`);
  });
}

/** The folder with what a package's tarball holds. npm takes a quarter of a minute for a Node where tar takes two seconds. */
async function unpack(tarball, into, failure, quiet) {
  const packed = await run('tar', ['-xzf', tarball, '-o', '-C', into], { stdio: 'ignore' }).catch(() => 1);
  if (packed === 0 && existsSync(join(into, 'package'))) return join(into, 'package');
  const options = ['--prefix', into, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', ...quiet];
  await runQuietly('npm', ['install', ...options, tarball], failure, process.env);
  const [name] = readdirSync(join(into, 'node_modules')).filter((it) => !it.startsWith('.'));
  return join(into, 'node_modules', name);
}

/** The pnpm that package.json names, with its hash. Called while locked. */
async function ensurePnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [, version, hex] = /^pnpm@([^+]+)\+sha512\.([0-9a-f]+)$/.exec(packageManager);
  const home = join(tools, `pnpm-${version}`);
  if (!existsSync(home)) await fetchPinned({ name: 'pnpm', version, hash: Buffer.from(hex, 'hex').toString('base64'), home });
  return join(home, 'bin', 'pnpm.cjs');
}

async function ensureWeb() {
  const wanted = digestOfWeb();
  const isBuilt = () => existsSync(join(web, 'dist', 'index.html')) && stampOf('web') === wanted;
  if (isBuilt()) return;
  await whileLocked(async () => {
    if (isBuilt()) return;
    say('Building the web client ...');
    await runQuietly(node, [viteBinary(), 'build', '--logLevel', 'warn'], 'The web client could not be built', environment(), web);
    writeStamp('web', wanted);
  });
}

/** Over everything the web client may be built from: its language, its own files, the packages' and the lockfile. */
function digestOfWeb() {
  const hash = createHash('sha256')
    .update(`${process.env.CHANCERY_LANGUAGE ?? ''}\n`)
    .update(readFileSync(join(root, 'pnpm-lock.yaml')));
  for (const folder of [web, join(root, 'packages')]) {
    const files = sourcesIn(folder).sort();
    for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sourcesIn(path);
    return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function viteBinary() {
  return join(web, 'node_modules', 'vite', 'bin', 'vite.js');
}

function stampOf(name) {
  const file = join(stamps, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function writeStamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}

/** Does the work while no other start of this clone does; the lock of a process that is gone is ignored. */
async function whileLocked(work) {
  mkdirSync(tools, { recursive: true });
  const lock = join(tools, 'lock');
  let isAnnounced = false;
  while (!takeLock(lock)) {
    if (isAbandoned(lock)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!isAnnounced) say('Waiting for another start of Chancery to finish its preparations ...');
    isAnnounced = true;
    await wait(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new Obstacle(`Chancery cannot prepare itself: the folder ${tools} cannot be written (${error.code}).`);
  }
}

function isAbandoned(lock) {
  try {
    // A lock is empty for the instant between its creation and the writing of its owner's id.
    const owner = Number(readFileSync(lock, 'utf8')) || process.pid;
    if (Date.now() - statSync(lock).mtimeMs > staleLockMs) return true;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function environment() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  // Compiled code is kept between starts, workers included: without it, stripping the types costs half a second and 40 MB each time.
  const compiled = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.chancery/compiled');
  return { ...process.env, [key]: [dirname(node), process.env[key]].join(delimiter), NODE_COMPILE_CACHE: compiled };
}

function runNode(args, options = {}) {
  return run(node, args, { stdio: 'inherit', env: environment(), ...options });
}

/** Keeps what the command prints to itself unless it fails. */
async function runQuietly(command, args, failure, env, cwd = root) {
  let printed = '';
  const keep = (chunk) => (printed += chunk);
  const code = await run(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env, cwd, shell: isWindows && command !== node }, keep);
  if (code === 0) return;
  if (registryUnreachable.test(printed)) {
    throw new Obstacle(`${failure}: the npm registry cannot be reached. Check the network and run the command again.`);
  }
  process.stderr.write(printed);
  throw new Obstacle(`${failure}: ${[command, ...args.slice(0, 2)].join(' ')} ended with ${code}; what it said stands above.`);
}

/** Resolves to the exit code; a child ended by a signal counts as a shell counts it. */
function run(command, args, options, onOutput) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    running.add(child);
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
    child.on('error', (error) => {
      running.delete(child);
      reject(
        error.code === 'ENOENT'
          ? new Obstacle(`The command ${command} was not found; it comes with Node, from https://nodejs.org.`)
          : error,
      );
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve(exitCode(code, signal));
    });
  });
}

function exitCode(code, signal) {
  return signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1);
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
