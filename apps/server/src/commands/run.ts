// The list of commands, and how they fail.
import { parseArgs } from 'node:util';
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
  const { values, positionals, fault } = parse(args);
  if (values.help) {
    console.log(listOfCommands());
    return 0;
  }
  const [name, ...rest] = positionals;
  const command = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  if (fault !== null || command === undefined) {
    const sentence = name === undefined ? 'Say what to do:' : `There is no command "${name}". There are:`;
    console.error(`${fault ?? sentence}\n${listOfCommands()}`);
    return 2;
  }
  try {
    return await (await command.load())(rest);
  } catch (cause) {
    const sentence = sentenceOf(cause);
    if (sentence === null) throw cause;
    console.error(sentence);
    return 1;
  }
}

/** `fault` is a sentence about an option that does not exist. */
function parse(args: readonly string[]) {
  try {
    return { ...parseArgs({ args, allowPositionals: true, options: { help: { type: 'boolean', default: false } } }), fault: null };
  } catch (cause) {
    return { values: { help: false }, positionals: [], fault: cause instanceof Error ? cause.message : String(cause) };
  }
}

function listOfCommands(): string {
  return Object.entries(commands)
    .map(([name, { words }]) => `  chancery ${name.padEnd(13)} ${words}`)
    .join('\n');
}

/** Failures that a person can mend have a sentence; anything else is a bug and keeps its stack. */
function sentenceOf(cause: unknown): string | null {
  if (cause instanceof ConfigError) return `These settings are wrong:\n${cause.faults.map((fault) => `  ${fault}`).join('\n')}`;
  if (!(cause instanceof Error)) return null;
  if (cause.name === 'StoreOpenError' || cause.name === 'StartError') return cause.message;
  return null;
}
