// A PostgreSQL of the test's own, in a temporary folder, that may be killed without anybody else noticing.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseLocation } from '@chancery/store';
import pg from 'pg';
import type { OwnDatabase } from '../desk/house/databases.ts';
import { freePort } from '../desk/free-port.ts';
import { eventually } from '../desk/index.ts';

/** Folder of the newest server programs where Debian puts them; undefined where there is none. */
export const postgresPrograms: string | undefined = globSync('/usr/lib/postgresql/*/bin')
  .filter((folder) => globSync(join(folder, '{initdb,postgres}')).length === 2)
  .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  .at(-1);

type Account = { readonly uid: number; readonly gid: number } | Record<never, never>;

export class PrivatePostgres implements OwnDatabase {
  readonly place: DatabaseLocation;
  readonly env: Readonly<Record<string, string>>;
  readonly #folder: string;
  readonly #port: number;
  readonly #account: Account;
  #postmaster: ChildProcess | null = null;

  private constructor(folder: string, port: number, account: Account) {
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    this.place = { kind: 'postgres', url };
    this.env = { DATABASE_URL: url, DATA_DIR: join(folder, 'server') };
    this.#folder = folder;
    this.#port = port;
    this.#account = account;
  }

  /** Makes and starts one. Disposing it stops it and removes its folder. */
  static async open(): Promise<PrivatePostgres> {
    const account = accountOf();
    const folder = await mkdtemp(join(tmpdir(), 'chancery-postgres-'));
    if ('uid' in account) await chown(folder, account.uid, account.gid);
    const cluster = new PrivatePostgres(folder, await freePort(), account);
    const initdb = cluster.#run('initdb', ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']);
    const [code] = (await once(initdb, 'close')) as [number | null];
    if (code !== 0) throw new Error(`initdb ended with ${code}`);
    await cluster.startsAgain();
    return cluster;
  }

  /** `kill -9` of the postmaster and of every process that it has started. */
  async isKilled(): Promise<void> {
    const postmaster = this.#postmaster;
    if (postmaster?.pid === undefined) throw new Error('PostgreSQL is not running');
    const started = await childrenOf(postmaster.pid);
    const closed = once(postmaster, 'close');
    for (const pid of [postmaster.pid, ...started]) kill(pid);
    await closed;
    this.#postmaster = null;
    // A new postmaster refuses to start while a process of the old one is there.
    await eventually(async () => {
      for (const pid of started) if (await isRunning(pid)) throw new Error(`process ${pid} of PostgreSQL is still there`);
    });
  }

  /** Starts it on what was left behind; resolves when it replies, after its recovery. */
  async startsAgain(): Promise<void> {
    const options = ['-p', String(this.#port), '-h', '127.0.0.1', '-k', this.#folder, '-c', 'shared_buffers=16MB'];
    this.#postmaster = this.#run('postgres', options);
    await eventually(() => this.#answers());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#postmaster !== null) await this.isKilled();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #run(program: string, args: readonly string[]): ChildProcess {
    if (postgresPrograms === undefined) throw new Error('there is no PostgreSQL to start');
    const options = { cwd: this.#folder, env: { LC_ALL: 'C', PATH: process.env['PATH'] }, stdio: 'ignore', ...this.#account } as const;
    return spawn(join(postgresPrograms, program), ['-D', join(this.#folder, 'cluster'), ...args], options);
  }

  async #answers(): Promise<void> {
    if (this.#postmaster?.exitCode !== null) throw new Error('PostgreSQL did not start');
    const client = new pg.Client({ connectionString: this.env['DATABASE_URL'] });
    client.on('error', () => {});
    await client.connect();
    await client.end();
  }
}

/** PostgreSQL does not run as root: the account that Debian makes for it, or this one. */
function accountOf(): Account {
  if (process.getuid?.() !== 0) return {};
  const id = (which: '-u' | '-g') => Number(execFileSync('id', [which, 'postgres']).toString());
  return { uid: id('-u'), gid: id('-g') };
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return listed.split(' ').filter(Boolean).map(Number);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause; // it has ended by itself
  }
}

/** A process that has ended and whose parent has not noticed yet does not count. */
async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return status !== null && !/^\d+ \(.*\) [ZX] /.test(status);
}
