// The list of commands, and how they fail.
import { ConfigError } from '../config.ts';

type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, { readonly words: string; readonly load: () => Promise<Command> }>> = {
  serve: { words: 'start the server', load: async () => (await import('../process/main.ts')).main },
  migrate: { words: 'bring the database to this version', load: async () => (await import('./migrate.ts')).migrateDatabase },
  demo: { words: 'make the demo round in an empty database', load: async () => (await import('./demo.ts')).makeDemo },
  'create-admin': {
    words: 'print a one-time link for an administrator: create-admin <e-mail>',
    load: async () => (await import('./create-admin.ts')).createAdmin,
  },
  verify: {
    words: 'check a record without server or database: verify <record.json>',
    load: async () => (await import('./verify.ts')).verify,
  },
  backup: { words: 'copy the embedded database to a file: backup <file>', load: async () => (await import('./backup.ts')).backup },
  restore: {
    words: 'put a backup in place of the embedded database: restore <file>',
    load: async () => (await import('./backup.ts')).restore,
  },
};

/** Runs one command line; the exit code. 0 done, 1 failed, 2 the command line is wrong. */
export async function run(args: readonly string[]): Promise<number> {
  const command = args[0] === undefined ? undefined : commands[args[0]];
  if (command === undefined) {
    const list = Object.entries(commands).map(([name, { words }]) => `  chancery ${name.padEnd(13)} ${words}`);
    console.error([args[0] === undefined ? 'Say what to do:' : `There is no command "${args[0]}". There are:`, ...list].join('\n'));
    return 2;
  }
  try {
    return await (await command.load())(args.slice(1));
  } catch (cause) {
    const sentence = sentenceOf(cause);
    if (sentence === null) throw cause;
    console.error(sentence);
    return 1;
  }
}

/** Failures that a person can mend have a sentence; anything else is a bug and keeps its stack. */
function sentenceOf(cause: unknown): string | null {
  if (cause instanceof ConfigError) return `These settings are wrong:\n${cause.faults.map((fault) => `  ${fault}`).join('\n')}`;
  if (!(cause instanceof Error)) return null;
  if (cause.name === 'StoreOpenError' || cause.name === 'StartError') return cause.message;
  return null;
}
