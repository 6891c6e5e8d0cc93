// The list of commands, and how they fail.
import { ConfigError } from '../config.ts';
import { programVersion } from '../process/version.ts';
import { type CommandShape, readCommandLine } from './command-line.ts';

/** Does it; resolves to the exit code. */
type Command = (operands: readonly string[]) => Promise<number>;

interface Listed extends CommandShape {
  /** One line. */
  readonly words: string;
  /** What else one must know before one runs it. */
  readonly more?: string;
  readonly load: () => Promise<Command>;
}

const commands = {
  serve: {
    operands: [],
    words: 'start the server',
    more: 'Its settings are environment variables; docs/running.md lists them.',
    load: async () => (await import('../process/main.ts')).main,
  },
  migrate: {
    operands: [],
    words: 'bring the database to this version',
    load: async () => (await import('./migrate.ts')).migrateDatabase,
  },
  demo: { operands: [], words: 'make the demo round in an empty database', load: async () => (await import('./demo.ts')).makeDemo },
  'create-admin': {
    operands: ['<e-mail>'],
    words: 'print a one-time link for an administrator',
    more: 'Works beside a running server. The account is made where there is none.',
    load: async () => (await import('./create-admin.ts')).createAdmin,
  },
  user: {
    operands: ['<list|link|disable|enable>', '[e-mail]'],
    words: 'list accounts, print a one-time link, end an account, give it back',
    more: 'Works beside a running server. "user list" takes no address, the others that of the person.',
    load: async () => (await import('./user.ts')).user,
  },
  verify: {
    operands: ['<record.json>'],
    words: 'check a record without server or database',
    more: 'Ends with 0 when the record holds, with 1 when it does not or cannot be read.',
    load: async () => (await import('./verify.ts')).verify,
  },
  backup: {
    operands: ['<file>'],
    words: 'copy the embedded database to a file',
    more: 'Works beside a running server. A database in PostgreSQL is copied with pg_dump.',
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    operands: ['<file>'],
    words: 'put a backup in place of the embedded database',
    more: 'Stop the server first. The database that was there is kept beside it.',
    load: async () => (await import('./backup.ts')).restore,
  },
  'new-epochs': {
    operands: [],
    words: 'after pg_restore: let every open window take the restored texts',
    more: 'Stop all servers first. Windows that were open hold a history which the restored database does not have; what was typed in them becomes proposals.',
    load: async () => (await import('./new-epochs.ts')).newEpochs,
  },
  'new-bus-key': {
    operands: [],
    words: 'change the key with which several servers seal what they say over Redis',
    more: 'Restart all servers afterwards: one with the old key and one with the new do not hear each other.',
    load: async () => (await import('./new-bus-key.ts')).changeBusKey,
  },
} as const satisfies Readonly<Record<string, Listed>>;

type Name = keyof typeof commands;

/** Runs one command line; the exit code. 0 done, 1 failed, 2 the command line is wrong. */
export async function run(args: readonly string[]): Promise<number> {
  const line = readCommandLine<Name>(args, commands);
  switch (line.status) {
    case 'help':
      console.log(line.name === null ? overview() : helpOn(line.name));
      return 0;
    case 'version':
      console.log(`chancery ${await programVersion()}`);
      return 0;
    case 'wrong':
      console.error(`${line.sentence}\n${line.name === null ? overview() : helpOn(line.name)}`);
      return 2;
    case 'run':
      return runCommand(commands[line.name], line.operands);
  }
}

async function runCommand(command: Listed, operands: readonly string[]): Promise<number> {
  try {
    return await (await command.load())(operands);
  } catch (cause) {
    const sentence = sentenceOf(cause);
    if (sentence === null) throw cause;
    console.error(sentence);
    return 1;
  }
}

function overview(): string {
  const lines = (Object.keys(commands) as Name[]).map((name) => `  ${usageOf(name).padEnd(32)} ${commands[name].words}`);
  return ['There are:', ...lines, '"chancery help <command>" says more, "chancery --version" which version this is.'].join('\n');
}

function helpOn(name: Name): string {
  const { words, more }: Listed = commands[name];
  return [`  ${usageOf(name)}`, `${words.charAt(0).toUpperCase()}${words.slice(1)}.`, ...(more === undefined ? [] : [more])].join('\n');
}

function usageOf(name: Name): string {
  return ['chancery', name, ...commands[name].operands].join(' ');
}

/** Failures that a person can mend have a sentence; anything else is a bug and keeps its stack. */
function sentenceOf(cause: unknown): string | null {
  if (cause instanceof ConfigError) return `These settings are wrong:\n${cause.faults.map((fault) => `  ${fault}`).join('\n')}`;
  if (!(cause instanceof Error)) return null;
  if (cause.name === 'StoreOpenError' || cause.name === 'StartError') return cause.message;
  return null;
}
